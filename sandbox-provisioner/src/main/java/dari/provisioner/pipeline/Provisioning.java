package dari.provisioner.pipeline;

import dari.provisioner.Progress;
import java.time.Clock;

/** Runs a recipe over a source directory and ends in a visible release or in a held assessment. */
public final class Provisioning {

    private final Clock clock;

    public Provisioning(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws dari.provisioner.BadInput naming file and line when source, recipe or target do not fit
     * @throws dari.provisioner.SurroundingsFailed when the disk or a lock failed; nothing is visible, retry is safe
     */
    @SuppressWarnings("DoNotCallSuggester")
    public Outcome run(ProvisioningRequest request, Progress progress) {
        throw new IllegalStateException("not wired at " + clock.instant());
    }
}
