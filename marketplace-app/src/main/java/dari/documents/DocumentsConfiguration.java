package dari.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentsConfiguration {

    /** Without {@code dari.clamd} nobody looks, and every page says so. */
    @Bean
    MalwareScan malwareScan(
            @Value("${dari.clamd:}") String clamd, @Value("${dari.clamd-timeout:30s}") Duration timeout) {
        return clamd.isBlank()
                ? content -> new MalwareScan.Result(ScanState.NOT_SCANNED, null)
                : new ClamdScan(clamd.strip(), (int) timeout.toMillis());
    }

    @Bean
    FileStorage documentFiles(@Value("${dari.home}") Path home) {
        return new FileStorage(home.resolve("documents"));
    }

    @Bean
    RecurringTask<Void> remindOfDocuments(Documents documents) {
        return Tasks.recurring("remind-of-documents", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> documents.remind());
    }
}
