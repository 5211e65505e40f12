package dari.matching;

import dari.matching.permission.Decision;
import dari.matching.permission.PermissionDecision;
import java.util.List;
import java.util.Optional;

/**
 * A need beside an offer, with everything that explains it.
 *
 * @param relevance how well the words fit, from 0 to 1
 * @param permission the verdict; it outranks the score
 * @param nearMisses the smallest verified changes that would make a match, or a clear permission of a match, the cheapest
 *     first; empty when nothing is to be changed, when no two changes do it, or when they were not looked for
 */
public record Match(
        Need need,
        Offer offer,
        double relevance,
        PermissionDecision permission,
        Fit fit,
        List<Requirement> requirements,
        List<NearMiss> nearMisses) {

    public Match {
        requirements = List.copyOf(requirements);
        nearMisses = List.copyOf(nearMisses);
    }

    /** Permitted or for a person to decide, and no hard need unmet. */
    public boolean isMatch() {
        return permission.decision() != Decision.DENY
                && requirements.stream().noneMatch(r -> r.state() == Requirement.State.UNMET);
    }

    /** The smallest change that this side can make alone. */
    public Optional<NearMiss> nearMissOf(Side side) {
        return nearMisses.stream()
                .filter(change -> change.onlyMover().filter(side::equals).isPresent())
                .findFirst();
    }

    Match with(List<NearMiss> changes) {
        return new Match(need, offer, relevance, permission, fit, requirements, changes);
    }
}
