package dari.admin.reviewers;

import java.util.List;

/**
 * What the scores of an application's reviews say beside each other. Advice: the raw mean stays what counts.
 *
 * @param normalised mean of the normalised scores, from 0 to 100
 * @param spread points between the highest and the lowest review
 * @param disputed criteria in which two reviews lie at least three steps apart
 */
public record Advice(double normalised, double spread, List<String> disputed) {

    /** Points of spread from which reviewers should talk. */
    static final double WIDE = 25;

    public Advice {
        disputed = List.copyOf(disputed);
    }

    /** Whether the reviewers see the application so differently that they should talk. */
    public boolean isDisagreement() {
        return spread >= WIDE || !disputed.isEmpty();
    }
}
