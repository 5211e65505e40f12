package dari.matching.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program, hospital or department that takes applicants.
 *
 * @param capacity most applicants it takes, 0 or more
 * @param wishes ids of acceptable applicants, best first; applicants in one inner list are tied
 * @param group id of the {@link Group} whose seats it shares, null for none
 * @param minimum fewest applicants that the run tries to bring it, 0 for no such wish
 */
public record Place(
        String id,
        int capacity,
        List<List<String>> wishes,
        @Nullable String group,
        int minimum) {

    public Place {
        Quota.check(id, capacity, minimum);
        wishes = Tiers.of(wishes);
    }

    public Place(String id, int capacity, List<List<String>> wishes) {
        this(id, capacity, wishes, null, 0);
    }

    /** The same place with another number of seats. */
    Place withCapacity(int seats) {
        return new Place(id, seats, wishes, group, minimum);
    }
}
