package dari.matching.retrieval;

import dari.matching.dense.UnitVectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first answers speak for the query: their most typical tokens are added to its words (RM3; Lavrenko and Croft
 * 2001, Abdul-Jaleel et al. 2004), and its vector is turned towards theirs (Rocchio 1971).
 */
final class Feedback {

    private final Setting setting;
    private final List<Stored> documents;
    private final double[] weights;

    /**
     * @param documents the first answers, best first
     * @param scores of theirs, in the same order
     */
    Feedback(Setting setting, List<Stored> documents, List<Double> scores) {
        this.setting = setting;
        this.documents = List.copyOf(documents);
        this.weights = weights(scores);
    }

    /** Shares that sum to 1: a first answer that stands out speaks nearly alone, equal ones speak equally. */
    private double[] weights(List<Double> scores) {
        double[] shares = new double[scores.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(setting.sharpness() * (scores.get(i) - scores.get(0)));
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** The query's words and the added ones, each with its weight; the weights sum to 1. */
    Map<String, Double> words(Map<String, Double> query) {
        Map<String, Double> widened = new LinkedHashMap<>();
        Map<String, Double> added = typical();
        double original = added.isEmpty() ? 1 : query.isEmpty() ? 0 : setting.originalShare();
        share(query, original, widened);
        share(added, 1 - original, widened);
        return widened;
    }

    /** How likely each token is in the answers, for the likeliest; equal ones in the order of the alphabet. */
    private Map<String, Double> typical() {
        Map<String, Double> likelihood = new HashMap<>();
        for (int i = 0; i < documents.size(); i++) {
            List<String> tokens = documents.get(i).tokens();
            double each = tokens.isEmpty() ? 0 : weights[i] / tokens.size();
            tokens.forEach(token -> likelihood.merge(token, each, Double::sum));
        }
        List<Map.Entry<String, Double>> all = new ArrayList<>(likelihood.entrySet());
        all.sort(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        Map<String, Double> typical = new LinkedHashMap<>();
        all.stream().limit(setting.feedbackTerms()).forEach(token -> typical.put(token.getKey(), token.getValue()));
        return typical;
    }

    private static void share(Map<String, Double> words, double total, Map<String, Double> into) {
        double sum = words.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 0 && total > 0) {
            words.forEach((word, weight) -> into.merge(word, total * weight / sum, Double::sum));
        }
    }

    /** The query's vector turned towards the answers'; those without a vector say nothing. */
    float[] vector(float[] query) {
        float @Nullable [] mean = mean();
        if (mean == null) {
            return query;
        }
        float[] turned = new float[query.length];
        UnitVectors.add(turned, query, setting.originalDirection());
        UnitVectors.add(turned, mean, 1 - setting.originalDirection());
        return UnitVectors.normalized(turned);
    }

    /** Where the answers' vectors point together; null when none has one. */
    float @Nullable [] mean() {
        float @Nullable [] mean = null;
        for (int i = 0; i < documents.size(); i++) {
            float @Nullable [] vector = documents.get(i).vector();
            if (vector != null) {
                if (mean == null) {
                    mean = new float[vector.length];
                }
                UnitVectors.add(mean, vector, weights[i]);
            }
        }
        return mean == null ? null : UnitVectors.normalized(mean);
    }
}
