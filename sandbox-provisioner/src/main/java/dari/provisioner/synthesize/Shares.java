package dari.provisioner.synthesize;

import dari.provisioner.privacy.Rho;

/** Splits an amount of privacy; every part is rounded down, so parts never exceed the whole. */
final class Shares {

    private static final long GRAIN = 1L << 40;

    private Shares() {}

    /** @param share from 0 to 1 */
    static Rho of(Rho whole, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share must lie in [0, 1], was " + share);
        }
        return whole.times((long) (share * GRAIN), GRAIN);
    }

    /** What a marginal weighs when an amount is split so that the summed error is least: cells^(2/3) (PRIVACY.md section 3). */
    static double weight(double cells) {
        return Math.cbrt(cells * cells);
    }
}
