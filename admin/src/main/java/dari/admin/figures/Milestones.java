package dari.admin.figures;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When one application came how far; null for not yet.
 *
 * @param submitted of the last time it was handed in
 * @param invited when the first reviewer was asked
 * @param reviewed when the last review came in
 * @param enough whether the call's least number of reviews is in
 */
record Milestones(
        UUID application,
        UUID startup,
        UUID hospital,
        Instant created,
        @Nullable Instant submitted,
        @Nullable Instant invited,
        @Nullable Instant reviewed,
        boolean enough,
        @Nullable Instant decided,
        boolean approved) {}
