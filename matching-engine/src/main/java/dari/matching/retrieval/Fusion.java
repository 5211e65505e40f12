package dari.matching.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins what words say and what meaning says about the same documents.
 *
 * @param wordShare weight of words, from 0 to 1
 * @param depth see {@link Scale}
 */
record Fusion(double wordShare, int depth) {

    /** What was found is never quite nothing. */
    private static final double LEAST = 1e-6;

    /** Cosines of single-precision vectors that differ by less are the same: the scale would make votes of rounding. */
    private static final double ROUNDING = 1e-6;

    /**
     * All documents of both, best first. One that is in neither list's reach is not there; one that words did not find
     * counts as the last that they did, or as 0 when they found all there is; one without a vector is judged by words
     * alone, neither better nor worse for it, and so are all when their cosines are the same. Equal ones stand in the
     * order in which they come in.
     *
     * @param words score of each document that words found
     * @param wordsAbsent score of those they did not find
     * @param cosines of each document that has a vector
     */
    <D> List<Hit<D>> join(Map<D, Double> words, double wordsAbsent, Map<D, Double> cosines) {
        Scale byWords = Scale.of(words.values(), depth, wordsAbsent);
        Scale byMeaning = Scale.of(cosines.values(), depth, least(cosines.values()));
        boolean meaningTells = byMeaning.span() > ROUNDING;
        Set<D> all = new LinkedHashSet<>(words.keySet());
        all.addAll(cosines.keySet());
        List<Hit<D>> joined = new ArrayList<>(all.size());
        for (D document : all) {
            double word = byWords.of(words.getOrDefault(document, wordsAbsent));
            Double cosine = cosines.get(document);
            joined.add(new Hit<>(
                    document,
                    cosine != null && meaningTells ? wordShare * word + (1 - wordShare) * byMeaning.of(cosine) : word));
        }
        joined.sort(Comparator.comparingDouble((Hit<D> hit) -> hit.score()).reversed());
        return joined;
    }

    private static double least(Collection<Double> scores) {
        return scores.isEmpty() ? 0 : Collections.min(scores);
    }

    /**
     * The same hits with scores from 0 to 1: the best has 1, what scores {@code nothing} has 0, proportional in between.
     *
     * @param hits best first
     */
    static <D> List<Hit<D>> relevance(List<Hit<D>> hits, double nothing) {
        if (hits.isEmpty()) {
            return hits;
        }
        double span = hits.get(0).score() - nothing;
        return hits.stream()
                .map(hit -> new Hit<>(
                        hit.document(), span > 0 ? Math.max(LEAST, Math.min(1, (hit.score() - nothing) / span)) : 1))
                .toList();
    }
}
