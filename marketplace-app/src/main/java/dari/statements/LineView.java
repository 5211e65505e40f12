package dari.statements;

import dari.projects.ProjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deposit as a statement shows it. */
public record LineView(
        UUID id,
        Instant happenedAt,
        long inWon,
        String payer,
        String memo,
        LineStatus status,
        @Nullable ProjectId project) {}
