package dari.provisioner.privacy.audit;

import dari.provisioner.privacy.Rho;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

/**
 * Runs a mechanism many times in a world with one person and in the world without, and measures how well the two can be told
 * apart. On the first half of the runs the attacker learns the best linear score (Fisher's discriminant); on the other half the
 * score's true and false positive rates give μ = Φ⁻¹(TPR) − Φ⁻¹(FPR) of Gaussian differential privacy (Dong, Roth, Su 2022). A
 * mechanism of Gaussian measurements that costs ρ promises μ = √(2ρ), also when what it asks depends on earlier answers. Beside it the
 * best threshold on the score gives a lower bound of ε that holds whatever the mechanism does.
 */
public final class TwoWorldAudit {

    /** An attack that sees less than this share of what is promised would not see a small fault either. */
    private static final double LEAST_SHARE = 0.8;

    /** Two-sided 99.9 %. */
    private static final double Z = 3.2905;

    /** Chance that the bound of ε is above the truth. */
    private static final double FAILURE = 0.0005;

    /** δ at which ε is claimed and bounded: any will do, and a larger one than a release's makes the claim sharper. */
    private static final BigDecimal DELTA = new BigDecimal("1e-5");

    private TwoWorldAudit() {}

    /** One independent run. */
    @FunctionalInterface
    public interface Mechanism {

        /**
         * @param present whether the one person is in the table
         * @return what an attacker reads off the answer, always as many numbers
         */
        double[] run(boolean present);
    }

    /**
     * @param claimed μ that the mechanism promises at most
     * @param measured μ that the attack reached
     * @param lower 99.9 % bound below what the attack can reach
     * @param claimedEpsilon ε that the mechanism promises at most, at δ = 1e-5
     * @param lowerEpsilon 99.95 % bound below the ε that the runs show, at the same δ
     * @param runs in each world
     */
    public record Finding(
            String mechanism,
            double claimed,
            double measured,
            double lower,
            double claimedEpsilon,
            double lowerEpsilon,
            int runs) {

        /**
         * A promise is broken. For a sound mechanism this happens less than once in a thousand audits: 0.0005 by the bound of μ and
         * 0.0005 by that of ε.
         */
        public boolean isBroken() {
            return lower > claimed || lowerEpsilon > claimedEpsilon;
        }

        /** The attack sees too little of what it should see to say anything. */
        public boolean isBlind() {
            return measured < LEAST_SHARE * claimed;
        }

        /** One line for people. */
        public String line() {
            return String.format(
                    Locale.ROOT,
                    "%-28s promised mu %.4f, reached %.4f (surely above %.4f); promised epsilon %.3f at delta %s, surely"
                            + " above %.3f; %d runs of each world: %s",
                    mechanism,
                    claimed,
                    measured,
                    lower,
                    claimedEpsilon,
                    DELTA,
                    lowerEpsilon,
                    runs,
                    isBroken() ? "BROKEN" : isBlind() ? "BLIND" : "kept");
        }
    }

    /** @param cost ρ that one run is said to cost */
    public static Finding of(String name, Rho cost, int runs, Mechanism mechanism) {
        int learned = runs / 2;
        double[][] seenWithout = observe(mechanism, false, runs);
        double[][] seenWith = observe(mechanism, true, runs);
        double[] weights = Discriminant.between(seenWithout, seenWith, learned);
        double[] without = scores(seenWithout, weights);
        double[] with = scores(seenWith, weights);
        double threshold = (mean(without, learned) + mean(with, learned)) / 2;
        int tested = runs - learned;
        double falsePositives = share(without, threshold, learned);
        double truePositives = share(with, threshold, learned);
        return new Finding(
                name,
                Math.sqrt(2 * cost.toDouble()),
                Normal.quantile(truePositives) - Normal.quantile(falsePositives),
                Normal.quantile(wilson(truePositives, tested, -Z)) - Normal.quantile(wilson(falsePositives, tested, Z)),
                cost.epsilon(DELTA).doubleValue(),
                new ThresholdAttack(without, with, learned, DELTA.doubleValue()).epsilon(FAILURE),
                runs);
    }

    private static double[] scores(double[][] seen, double[] weights) {
        return Arrays.stream(seen)
                .mapToDouble(each -> Discriminant.score(weights, each))
                .toArray();
    }

    private static double[][] observe(Mechanism mechanism, boolean present, int runs) {
        double[][] seen = new double[runs][];
        for (int i = 0; i < runs; i++) {
            seen[i] = mechanism.run(present);
        }
        return seen;
    }

    private static double mean(double[] scores, int to) {
        return Arrays.stream(scores, 0, to).average().orElse(0);
    }

    private static double share(double[] scores, double threshold, int from) {
        return (double) Arrays.stream(scores, from, scores.length)
                        .filter(score -> score > threshold)
                        .count()
                / (scores.length - from);
    }

    /** One end of Wilson's interval. */
    private static double wilson(double share, int n, double z) {
        double z2 = z * z / n;
        double half = z * Math.sqrt(share * (1 - share) / n + z2 / (4 * n));
        return (share + z2 / 2 + half) / (1 + z2);
    }
}
