package dari.exports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** A file that is being taken in is younger. */
    private static final Duration TAKING_IN = Duration.ofHours(1);

    private final ExportFileRepository files;
    private final ExportStorage storage;
    private final Clock clock;
    private final Instant startedAt;

    ExportSweep(ExportFileRepository files, ExportStorage storage, Clock clock) {
        this.files = files;
        this.storage = storage;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> sweepExports(ExportSweep sweep) {
            return Tasks.recurring("sweep-exports", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> sweep.hourly());
        }
    }

    /** What lay there before this start is nobody's work in progress. */
    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        removeUnknown(startedAt);
    }

    void hourly() {
        removeUnknown(clock.instant().minus(TAKING_IN));
    }

    private void removeUnknown(Instant before) {
        storage.removeUnknown(
                () -> {
                    Set<UUID> known = new HashSet<>(files.findKept());
                    known.addAll(files.findMarked());
                    return known;
                },
                before);
    }
}
