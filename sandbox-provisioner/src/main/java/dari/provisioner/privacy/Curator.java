package dari.provisioner.privacy;

/**
 * Answers questions about private counts: pays first, then draws. The only door through which a mechanism should read counts,
 * since here the order cannot be got wrong. Not thread-safe, as its bits are not.
 */
public final class Curator {

    private final Budget budget;
    private final RandomBits bits;

    public Curator(Budget budget, RandomBits bits) {
        this.budget = budget;
        this.bits = bits;
    }

    public Budget budget() {
        return budget;
    }

    /**
     * Pays, then adds discrete Gaussian noise to the counts in place.
     *
     * @param squaredSensitivity see {@link DiscreteGaussian#costing}
     * @return the noise that was added, for its variance
     * @throws dari.provisioner.Refused when the budget is exhausted; the counts are untouched then
     */
    public DiscreteGaussian measure(long[] counts, long squaredSensitivity, Rho amount, String what) {
        DiscreteGaussian noise = DiscreteGaussian.costing(amount, squaredSensitivity);
        budget.spend(amount, what);
        noise.addTo(counts, bits);
        return noise;
    }

    /**
     * Pays, then picks an index by the exponential mechanism.
     *
     * @param sensitivity see {@link Selection}
     * @throws dari.provisioner.Refused when the budget is exhausted
     */
    public int choose(long[] scores, long sensitivity, Rho amount, String what) {
        Fraction epsilon = Selection.epsilonOfExponential(amount);
        budget.spend(amount, what);
        return Selection.exponential(scores, sensitivity, epsilon, bits);
    }
}
