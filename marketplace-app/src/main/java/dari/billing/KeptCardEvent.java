package dari.billing;

import dari.projects.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event of the payment provider as it was kept. */
public record KeptCardEvent(
        String id,
        String type,
        CardEventOutcome outcome,
        @Nullable ProjectId project,
        Instant receivedAt) {}
