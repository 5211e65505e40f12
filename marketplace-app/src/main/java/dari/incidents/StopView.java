package dari.incidents;

import dari.projects.ProjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open stop as both sides read it.
 *
 * @param pressedBy name of who pressed
 * @param reason null until it was given
 * @param incident what it belongs to; null for a stop alone
 * @param liftAskedBy name of the first who said that access may open again; null before
 * @param askedByMe whether the reader is that person
 */
public record StopView(
        UUID id,
        ProjectId project,
        String organization,
        String pressedBy,
        Instant pressedAt,
        @Nullable String reason,
        @Nullable UUID incident,
        @Nullable String liftAskedBy,
        @Nullable Instant liftAskedAt,
        @Nullable String liftReason,
        boolean askedByMe) {}
