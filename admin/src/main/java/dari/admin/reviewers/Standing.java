package dari.admin.reviewers;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A reviewer as a candidate for one application, with every reason.
 *
 * @param fit percent of what the application is about that the reviewer knows
 * @param known those concepts
 * @param open reviews they owe at present, over all calls
 * @param mostOpen how many they take
 */
public record Standing(
        UUID reviewer,
        String name,
        int fit,
        List<String> known,
        List<Conflict> conflicts,
        List<Obstacle> obstacles,
        int open,
        int mostOpen) {

    /** The best fit first, of equals who owes least. */
    static final Comparator<Standing> BEST_FIRST = Comparator.comparingInt(Standing::fit)
            .reversed()
            .thenComparing(Standing::open)
            .thenComparing(Standing::name);

    public Standing {
        known = List.copyOf(known);
        conflicts = List.copyOf(conflicts);
        obstacles = List.copyOf(obstacles);
    }

    /** Whether the person can be proposed. */
    public boolean isFree() {
        return conflicts.isEmpty() && obstacles.isEmpty();
    }

    /** Whether the office may choose the person by hand: never against a conflict. */
    public boolean isOpenToHand() {
        return conflicts.isEmpty() && obstacles.stream().allMatch(Obstacle::isOpenToHand);
    }
}
