package dari.renewals;

import dari.projects.ConditionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for more days as its two sides see it.
 *
 * @param endsOn the last day of access when it was asked
 * @param newEnd the last day as it would be
 * @param uncovered conditions of access that do not hold until then; empty once it is decided
 */
public record RenewalView(
        UUID id,
        int days,
        String reason,
        LocalDate endsOn,
        LocalDate newEnd,
        RenewalState state,
        @Nullable String answer,
        Instant askedAt,
        Instant changedAt,
        List<ConditionState> uncovered) {}
