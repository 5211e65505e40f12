package dari.provisioner.privacy.audit;

import java.util.Locale;

/**
 * Runs a mechanism many times in a world with one person and in the world without, and measures how well the two can be told
 * apart. On the first half of the runs the attacker learns the best linear score (Fisher's discriminant); on the other half the
 * score's true and false positive rates give μ = Φ⁻¹(TPR) − Φ⁻¹(FPR) of Gaussian differential privacy (Dong, Roth, Su 2022). A
 * mechanism of Gaussian measurements that costs ρ promises μ = √(2ρ).
 */
public final class TwoWorldAudit {

    /** An attack that sees less than this share of what is promised would not see a small fault either. */
    private static final double LEAST_SHARE = 0.8;

    /** Two-sided 99.9 %. */
    private static final double Z = 3.2905;

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
     * @param runs in each world
     */
    public record Finding(String mechanism, double claimed, double measured, double lower, int runs) {

        /** The promise is broken: for a sound mechanism this happens once in two thousand audits. */
        public boolean isBroken() {
            return lower > claimed;
        }

        /** The attack sees too little of what it should see to say anything. */
        public boolean isBlind() {
            return measured < LEAST_SHARE * claimed;
        }

        /** One line for people. */
        public String line() {
            return String.format(
                    Locale.ROOT,
                    "%-28s promised mu %.4f, reached %.4f (surely above %.4f) in %d runs of each world: %s",
                    mechanism,
                    claimed,
                    measured,
                    lower,
                    runs,
                    isBroken() ? "BROKEN" : isBlind() ? "BLIND" : "kept");
        }
    }

    public static Finding of(String name, double claimed, int runs, Mechanism mechanism) {
        int learned = runs / 2;
        double[][] without = observe(mechanism, false, runs);
        double[][] with = observe(mechanism, true, runs);
        double[] weights = Discriminant.between(without, with, learned);
        double threshold = (mean(without, weights, learned) + mean(with, weights, learned)) / 2;
        int tested = runs - learned;
        double falsePositives = share(without, weights, threshold, learned);
        double truePositives = share(with, weights, threshold, learned);
        return new Finding(
                name,
                claimed,
                Normal.quantile(truePositives) - Normal.quantile(falsePositives),
                Normal.quantile(wilson(truePositives, tested, -Z)) - Normal.quantile(wilson(falsePositives, tested, Z)),
                runs);
    }

    private static double[][] observe(Mechanism mechanism, boolean present, int runs) {
        double[][] seen = new double[runs][];
        for (int i = 0; i < runs; i++) {
            seen[i] = mechanism.run(present);
        }
        return seen;
    }

    private static double mean(double[][] seen, double[] weights, int to) {
        double sum = 0;
        for (int i = 0; i < to; i++) {
            sum += Discriminant.score(weights, seen[i]);
        }
        return sum / to;
    }

    private static double share(double[][] seen, double[] weights, double threshold, int from) {
        int above = 0;
        for (int i = from; i < seen.length; i++) {
            above += Discriminant.score(weights, seen[i]) > threshold ? 1 : 0;
        }
        return (double) above / (seen.length - from);
    }

    /** One end of Wilson's interval. */
    private static double wilson(double share, int n, double z) {
        double z2 = z * z / n;
        double half = z * Math.sqrt(share * (1 - share) / n + z2 / (4 * n));
        return (share + z2 / 2 + half) / (1 + z2);
    }
}
