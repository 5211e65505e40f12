package dari.provisioner.privacy.audit;

/** Exact bounds of a probability from a number of successes (Clopper and Pearson 1934, Biometrika 26). */
final class ClopperPearson {

    private static final int BISECTIONS = 60;

    private ClopperPearson() {}

    /** The true probability is above this but for a chance of {@code failure}. */
    static double lower(int successes, int trials, double failure) {
        return 1 - upper(trials - successes, trials, failure);
    }

    /** The true probability is below this but for a chance of {@code failure}. */
    static double upper(int successes, int trials, double failure) {
        if (successes == trials) {
            return 1;
        }
        double low = (double) successes / trials;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (atMost(successes, trials, middle) > failure) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** P(successes or fewer) of a binomial distribution, summed in logarithms. */
    static double atMost(int successes, int trials, double probability) {
        if (probability >= 1) {
            return successes >= trials ? 1 : 0;
        }
        double odds = Math.log(probability / (1 - probability));
        double logarithm = trials * Math.log1p(-probability);
        double sum = Math.exp(logarithm);
        for (int k = 0; k < successes; k++) {
            logarithm += Math.log((double) (trials - k) / (k + 1)) + odds;
            sum += Math.exp(logarithm);
        }
        return Math.min(1, sum);
    }
}
