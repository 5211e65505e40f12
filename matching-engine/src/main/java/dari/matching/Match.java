package dari.matching;

import dari.matching.permission.Decision;
import dari.matching.permission.PermissionDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A need beside an offer, with everything that explains it.
 *
 * @param permission the verdict; it outranks the score
 * @param nearMiss the smallest verified change that makes a match; null when it is one, or when no single change does
 */
public record Match(
        Offer offer,
        PermissionDecision permission,
        Fit fit,
        List<Requirement> requirements,
        @Nullable NearMiss nearMiss) {

    public Match {
        requirements = List.copyOf(requirements);
    }

    /** Permitted or for a person to decide, and no hard need unmet. */
    public boolean isMatch() {
        return permission.decision() != Decision.DENY
                && requirements.stream().noneMatch(r -> r.state() == Requirement.State.UNMET);
    }
}
