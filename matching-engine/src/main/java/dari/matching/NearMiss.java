package dari.matching;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change, of one thing or of two, that takes a pair to a goal; found by running the comparison again with it.
 *
 * @param goal what it reaches
 * @param adjustments one or two, none of which would do alone when there are two
 * @param need the need with the change
 * @param offer the offer with the change
 * @param score the score that the pair then has
 * @param opening what the change does to the rest of the list; null when that was not counted, or when the change is not
 *     the reader's alone
 */
public record NearMiss(
        Goal goal,
        List<Adjustment> adjustments,
        Need need,
        Offer offer,
        int score,
        @Nullable Opening opening) {

    /**
     * What a change does to the partners of a list.
     *
     * @param opens partners that reach the goal only with the change, the one it was found for included
     * @param closes partners that reach the goal only without it
     */
    public record Opening(int opens, int closes) {}

    public NearMiss {
        adjustments = List.copyOf(adjustments);
    }

    /** Ordinal steps of effort, all changes together. */
    public int cost() {
        return adjustments.stream().mapToInt(Adjustment::cost).sum();
    }

    /** The side that can make the change alone; empty when both must move. */
    public Optional<Side> onlyMover() {
        Side first = adjustments.get(0).side();
        return adjustments.stream().allMatch(adjustment -> adjustment.side() == first)
                ? Optional.of(first)
                : Optional.empty();
    }

    NearMiss with(Opening counted) {
        return new NearMiss(goal, adjustments, need, offer, score, counted);
    }
}
