package dari.admin.cohorts;

import dari.matching.assignment.BoundedAssignment;
import dari.matching.assignment.Difference;
import dari.matching.assignment.Finding;
import java.util.List;

/**
 * What a scenario would change.
 *
 * @param placedBefore startups with a place as it is; {@code placedAfter} as it would be
 * @param blocking pairs that would rather have each other in the scenario's result
 */
public record WhatIf(Difference difference, long placedBefore, long placedAfter, int blocking, List<Finding> findings) {

    static WhatIf of(BoundedAssignment before, BoundedAssignment after, List<Finding> findings) {
        return new WhatIf(
                Difference.between(before.assignment(), after.assignment()),
                placed(before),
                placed(after),
                after.assignment().blockingPairs().size(),
                findings);
    }

    private static long placed(BoundedAssignment bounded) {
        return bounded.assignment().places().values().stream()
                .filter(place -> place != null)
                .count();
    }
}
