package dari.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Removes bytes that no row knows: the application was killed between writing or forgetting the one and the other. */
public final class FileSweep {

    /** A file that is being taken in is younger. */
    private static final Duration TAKING_IN = Duration.ofHours(1);

    private final FileStorage files;
    private final Supplier<Set<UUID>> known;
    private final Clock clock;
    private final Instant startedAt;

    /** @param known ids whose bytes stay */
    public FileSweep(FileStorage files, Supplier<Set<UUID>> known, Clock clock) {
        this.files = files;
        this.known = known;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** What lay there before this start is nobody's work in progress. */
    public void atStart() {
        files.removeUnknown(known, startedAt);
    }

    public void hourly() {
        files.removeUnknown(known, clock.instant().minus(TAKING_IN));
    }
}
