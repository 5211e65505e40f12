package dari.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Removes bytes of documents that a kill left without their row. */
@Component
class DocumentSweep {

    private final FileSweep sweep;

    DocumentSweep(StoredFileRepository files, FileStorage storage, Clock clock) {
        this.sweep = new FileSweep(storage, files::findIds, clock);
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> sweepDocuments(DocumentSweep sweep) {
            return Tasks.recurring("sweep-documents", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> sweep.hourly());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        sweep.atStart();
    }

    void hourly() {
        sweep.hourly();
    }
}
