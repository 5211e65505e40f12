package dari.admin.reviewers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes out of scores that some reviewers are stricter, and some use more of the scale, than others. With the points x of one
 * call, their mean M and standard deviation S, and reviewer r with n reviews of mean m and variance v (all by n, not n - 1):
 *
 * <pre>
 *   m' = (n m + k M) / (n + k)            mean, shrunk towards that of all
 *   v' = (n v + k S²) / (n + k)           variance, shrunk towards that of all
 *   x' = M + S (x - m') / √v'             cut off at 0 and 100
 * </pre>
 *
 * <p>With k = {@value #PRIOR_REVIEWS} a reviewer's habit counts as much as everybody's once they have handed in that many
 * reviews; with one or two reviews, which may just have met a weak application, little is changed. Linear shrinkage of this
 * form is the empirical-Bayes estimate of a group's mean (Efron and Morris, Data Analysis Using Stein's Estimator and Its
 * Generalizations, JASA 70, 1975, 311-319); standardising within a reviewer is the usual z-score. The constant is our choice,
 * not estimated. The result is advice beside the raw scores: it cannot tell a strict reviewer from one who was given the
 * weaker applications.
 */
public final class Calibration {

    /** Weight of everybody's scores, in reviews. */
    static final int PRIOR_REVIEWS = 4;

    /** Points that one reviewer gave to one application. */
    public record Score(UUID application, UUID reviewer, double points) {}

    private record Habit(double mean, double deviation) {}

    private final double mean;
    private final double deviation;
    private final Map<UUID, Habit> habits = new HashMap<>();

    /** @param scores all of one call */
    public Calibration(Collection<Score> scores) {
        List<Double> all = scores.stream().map(Score::points).toList();
        this.mean = mean(all);
        this.deviation = Math.sqrt(variance(all, mean));
        Map<UUID, List<Double>> byReviewer = new HashMap<>();
        scores.forEach(score -> byReviewer
                .computeIfAbsent(score.reviewer(), reviewer -> new ArrayList<>())
                .add(score.points()));
        byReviewer.forEach((reviewer, own) -> habits.put(reviewer, habit(own)));
    }

    private Habit habit(List<Double> own) {
        int n = own.size();
        double ownMean = mean(own);
        double shrunkMean = (n * ownMean + PRIOR_REVIEWS * mean) / (n + PRIOR_REVIEWS);
        double shrunkVariance =
                (n * variance(own, ownMean) + PRIOR_REVIEWS * deviation * deviation) / (n + PRIOR_REVIEWS);
        return new Habit(shrunkMean, Math.sqrt(shrunkVariance));
    }

    /** The score as everybody's scale would give it, from 0 to 100; itself when all scores of the call are the same. */
    public double normalised(Score score) {
        Habit habit = habits.get(score.reviewer());
        if (habit == null || habit.deviation() == 0) {
            return score.points();
        }
        double moved = mean + deviation * (score.points() - habit.mean()) / habit.deviation();
        return Math.min(100, Math.max(0, moved));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double variance(List<Double> values, double mean) {
        return values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
    }
}
