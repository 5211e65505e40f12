package dari.exports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dari.documents.FileSweep;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Removes bytes whose request never came to be: the application was killed between writing them and saying so. */
@Component
class ExportSweep {

    private final FileSweep sweep;

    ExportSweep(ExportFileRepository files, ExportStorage storage, Clock clock) {
        this.sweep = storage.sweep(() -> known(files), clock);
    }

    private static Set<UUID> known(ExportFileRepository files) {
        Set<UUID> known = new HashSet<>(files.findKept());
        known.addAll(files.findMarked());
        return known;
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> sweepExports(ExportSweep sweep) {
            return Tasks.recurring("sweep-exports", FixedDelay.of(Duration.ofHours(1)))
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
