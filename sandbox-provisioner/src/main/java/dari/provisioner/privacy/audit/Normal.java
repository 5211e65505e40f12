package dari.provisioner.privacy.audit;

/** The standard normal distribution. */
final class Normal {

    /** Beyond this the series loses digits, and no audit gets there. */
    private static final double REACH = 6;

    private Normal() {}

    /** Φ by its power series (Marsaglia 2004, Journal of Statistical Software 11(4)), to 1e-12. */
    static double below(double x) {
        double limited = Math.max(-REACH, Math.min(REACH, x));
        double term = limited;
        double sum = limited;
        for (int n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
            term *= limited * limited / n;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-limited * limited / 2) / Math.sqrt(2 * Math.PI);
    }

    /** Φ⁻¹ by bisection, between −6 and 6. */
    static double quantile(double probability) {
        double low = -REACH;
        double high = REACH;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (below(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
