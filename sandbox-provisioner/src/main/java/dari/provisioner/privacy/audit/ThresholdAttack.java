package dari.provisioner.privacy.audit;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the best threshold on a score proves about ε: under (ε, δ)-differential privacy every event has P(event | one world) ≤
 * e^ε · P(event | other world) + δ (Kairouz, Oh and Viswanath 2015, theorem 2.1). The threshold and its side are chosen on the runs
 * that the score was learned on; the bound comes from the others.
 */
final class ThresholdAttack {

    /** Thresholds that are tried, evenly over the ranks of the scores. */
    private static final int TRIED = 200;

    private final double[] without;
    private final double[] with;
    private final int learned;
    private final double delta;

    /** @param learned runs of each world, the first ones, that the threshold is chosen on */
    ThresholdAttack(double[] without, double[] with, int learned, double delta) {
        this.without = without.clone();
        this.with = with.clone();
        this.learned = learned;
        this.delta = delta;
    }

    /** An event: the score lies above a threshold, or not above it; likelier in the one world or in the other. */
    private record Event(double threshold, boolean above, boolean likelierWith) {
        boolean happens(double score) {
            return score > threshold == above;
        }
    }

    /**
     * The least ε that explains what was seen, or 0.
     *
     * @param failure chance that the true ε is smaller than what is said
     */
    double epsilon(double failure) {
        double[] scores = Arrays.copyOf(without, 2 * learned);
        System.arraycopy(with, 0, scores, learned, learned);
        Arrays.sort(scores);
        Event best = new Event(0, true, true);
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < TRIED; i++) {
            double threshold = scores[(int) ((i + 0.5) * scores.length / TRIED)];
            for (int kind = 0; kind < 4; kind++) {
                Event event = new Event(threshold, (kind & 1) == 0, (kind & 2) == 0);
                // rough bounds do for a choice
                double promised = promised(event);
                if (promised > most) {
                    most = promised;
                    best = event;
                }
            }
        }
        int tested = without.length - learned;
        double often = ClopperPearson.lower(
                count(best.likelierWith() ? with : without, learned, without.length, best), tested, failure / 2);
        double seldom = ClopperPearson.upper(
                count(best.likelierWith() ? without : with, learned, without.length, best), tested, failure / 2);
        return bound(often, seldom);
    }

    private double promised(Event event) {
        double often = count(event.likelierWith() ? with : without, 0, learned, event);
        double seldom = count(event.likelierWith() ? without : with, 0, learned, event);
        return bound((often - 3 * Math.sqrt(often) - 3) / learned, (seldom + 3 * Math.sqrt(seldom) + 3) / learned);
    }

    private double bound(double often, double seldom) {
        return often <= delta ? 0 : Math.max(0, Math.log((often - delta) / seldom));
    }

    private static int count(double[] scores, int from, int to, Event event) {
        return (int)
                IntStream.range(from, to).filter(i -> event.happens(scores[i])).count();
    }
}
