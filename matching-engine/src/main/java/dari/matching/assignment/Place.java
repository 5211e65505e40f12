package dari.matching.assignment;

import java.util.List;

/**
 * A program or hospital that takes applicants.
 *
 * @param capacity most applicants it takes, 0 or more
 * @param wishes ids of acceptable applicants, best first; applicants in one inner list are tied
 */
public record Place(String id, int capacity, List<List<String>> wishes) {

    public Place {
        if (capacity < 0) {
            throw new IllegalArgumentException("the capacity of " + id + " is " + capacity + ", must be 0 or more");
        }
        wishes = wishes.stream().map(List::copyOf).toList();
    }
}
