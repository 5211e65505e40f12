package dari.provisioner.profile;

import dari.provisioner.Progress;
import java.nio.file.Path;
import java.time.Clock;

/** Looks at a source directory and says what may be shown of it. */
public final class Profiling {

    private final Clock clock;

    public Profiling(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param memory limit of the table engine, for example {@code 2g}
     * @throws dari.provisioner.BadInput naming file and line when the directory is missing, empty or malformed
     */
    @SuppressWarnings("DoNotCallSuggester")
    public Profile profile(Path source, String memory, Progress progress) {
        throw new IllegalStateException("not wired at " + clock.instant());
    }
}
