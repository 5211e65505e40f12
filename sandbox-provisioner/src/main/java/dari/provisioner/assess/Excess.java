package dari.provisioner.assess;

import dari.provisioner.release.Assessment;

/**
 * How much more often an attack succeeds on persons who are in a table than on persons who are not, with a 95 % interval:
 * Wilson's score interval for each share, joined by Newcombe's method 10 (Statistics in Medicine 17, 1998, 873-890). A
 * person attacked several times counts once, with the mean; the shares' variance then gives the effective number of attacks.
 */
public final class Excess {

    /** Quantile of the standard normal distribution for 95 %, two-sided. */
    private static final double Z = 1.959963984540054;

    private Excess() {}

    /**
     * @param members success on each attacked person who is in the table, 0 to 1
     * @param others the same on persons who are not
     */
    public static Assessment.Measured measure(double[] members, double[] others) {
        Interval in = Interval.of(members);
        Interval out = Interval.of(others);
        double excess = in.share - out.share;
        double lower = excess - Math.hypot(in.share - in.lower, out.upper - out.share);
        double upper = excess + Math.hypot(in.upper - in.share, out.share - out.lower);
        return new Assessment.Measured(
                members.length,
                rounded(in.share),
                rounded(in.upper),
                others.length,
                rounded(out.share),
                rounded(excess),
                rounded(lower),
                rounded(upper));
    }

    private static double rounded(double share) {
        return Math.round(share * 1e4) / 1e4;
    }

    /** Wilson's interval of a mean of shares. */
    record Interval(double share, double lower, double upper) {

        static Interval of(double[] successes) {
            int n = successes.length;
            if (n == 0) { // nothing is known
                return new Interval(0, 0, 1);
            }
            double mean = 0;
            for (double success : successes) {
                mean += success / n;
            }
            double variance = 0;
            for (double success : successes) {
                variance += (success - mean) * (success - mean) / n;
            }
            double attacks = variance < 1e-12 ? n : Math.max(n, n * mean * (1 - mean) / variance);
            double z2 = Z * Z / attacks;
            double centre = (mean + z2 / 2) / (1 + z2);
            double half = Z / (1 + z2) * Math.sqrt(mean * (1 - mean) / attacks + z2 / (4 * attacks));
            return new Interval(mean, Math.max(0, centre - half), Math.min(1, centre + half));
        }
    }
}
