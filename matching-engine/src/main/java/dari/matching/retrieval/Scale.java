package dari.matching.retrieval;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Brings scores of one kind to a common measure: 1 for the best, 0 for the one at a fixed place behind it, below 0 for
 * what comes later. Unlike ranks it keeps how clearly the best stand out, which is how a list that is sure of itself
 * outvotes one that is not (convex combination; Bruch, Gai and Ingber 2023, arXiv 2210.11934).
 */
record Scale(double zero, double one) {

    /**
     * @param scores of the best documents, in any order
     * @param depth place of the score that becomes 0
     * @param absent score of what was not found, which becomes 0 when fewer were
     */
    static Scale of(Collection<Double> scores, int depth, double absent) {
        List<Double> best =
                scores.stream().sorted(Comparator.reverseOrder()).limit(depth).toList();
        if (best.isEmpty()) {
            return new Scale(absent, absent);
        }
        return new Scale(
                best.size() < depth ? Math.min(absent, best.get(best.size() - 1)) : best.get(depth - 1), best.get(0));
    }

    /** How far the best is from what becomes 0, in the measure of the scores. */
    double span() {
        return one - zero;
    }

    double of(double score) {
        return one > zero ? (score - zero) / (one - zero) : 0;
    }
}
