package dari.provisioner.privacy;

import java.math.BigInteger;

/**
 * Noise whose probability at the integer x is exactly proportional to exp(−x²/2σ²), drawn by Canonne, Kamath and Steinke 2020
 * (arXiv 2004.00010, algorithm 3) from fair bits and integers: no floating point that could leak (Mironov 2012). Immutable.
 */
public final class DiscreteGaussian {

    /** Noise beyond this drowns any table; what asks for it has a slip in its budget. */
    private static final Fraction MAX_VARIANCE = new Fraction(BigInteger.ONE.shiftLeft(80), BigInteger.ONE);

    /** σ·q stays below 2^21, so that (|y|·q − a)² fits a long for |y| up to 60σ. */
    private static final int PRECISION_BITS = 20;

    /** |y|·q below this has a square that a long holds. */
    private static final long ROOT_LIMIT = 1L << 30;

    /** Scale of the discrete Laplace proposals. */
    private final long t;

    /** σ² = t·a/q. With this form the proposal y is kept with probability exp(−(|y|q − a)²/(2taq)). */
    private final long q;

    private final long a;

    private DiscreteGaussian(long t, long a, long q) {
        this.t = t;
        this.a = a;
        this.q = q;
    }

    /**
     * Noise of at least this variance; it is rounded up by less than 2^-18 of itself (variances below 1 to the next multiple of
     * 2^-20) so that the quick path stays exact.
     *
     * @throws IllegalArgumentException unless 0 &lt; variance ≤ 2^80
     */
    public static DiscreteGaussian withVariance(Fraction atLeast) {
        if (atLeast.signum() <= 0 || atLeast.compareTo(MAX_VARIANCE) > 0) {
            throw new IllegalArgumentException("a variance must lie above 0 and be at most 2^80, was " + atLeast);
        }
        BigInteger whole = atLeast.ceiling();
        BigInteger root = whole.sqrt();
        BigInteger t = root.multiply(root).equals(whole) ? root : root.add(BigInteger.ONE);
        int shift = Math.max(0, PRECISION_BITS + 1 - t.bitLength());
        BigInteger q = BigInteger.ONE.shiftLeft(shift);
        BigInteger a = new Fraction(
                        atLeast.numerator().multiply(q), atLeast.denominator().multiply(t))
                .ceiling();
        return new DiscreteGaussian(t.longValueExact(), a.longValueExact(), q.longValueExact());
    }

    /**
     * Noise that makes an answer cost at most this much: σ² ≥ Δ²/2ρ (theorem 14 there).
     *
     * @param squaredSensitivity Δ²: the most that one unit changes the sum of squares of the answer. One person in k cells of
     *     one table is k²  when all k may fall into one cell, not k
     */
    public static DiscreteGaussian costing(Rho cost, long squaredSensitivity) {
        if (cost.compareTo(Rho.ZERO) <= 0 || squaredSensitivity < 1) {
            throw new IllegalArgumentException("noise needs a cost and a sensitivity above zero");
        }
        return withVariance(Fraction.of(squaredSensitivity, 2).dividedBy(cost.amount()));
    }

    /** σ² as drawn: at least what was asked for. */
    public Fraction variance() {
        return new Fraction(BigInteger.valueOf(t).multiply(BigInteger.valueOf(a)), BigInteger.valueOf(q));
    }

    /** What one answer with this noise costs: Δ²/2σ². */
    public Rho cost(long squaredSensitivity) {
        return new Rho(Fraction.of(squaredSensitivity, 2).dividedBy(variance()));
    }

    /** Adds fresh noise to each count. Spend the budget before: see {@link Curator}. */
    public void addTo(long[] counts, RandomBits bits) {
        ExactCoin coin = new ExactCoin(bits);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.addExact(counts[i], sample(coin, bits));
        }
    }

    /** One draw. */
    public long sample(RandomBits bits) {
        return sample(new ExactCoin(bits), bits);
    }

    private long sample(ExactCoin coin, RandomBits bits) {
        while (true) {
            long magnitude = laplaceMagnitude(coin, bits);
            boolean negative = (bits.nextByte() & 1) == 1;
            // zero counts once, not once per sign
            if (!(negative && magnitude == 0) && keeps(magnitude, coin)) {
                return negative ? -magnitude : magnitude;
            }
        }
    }

    /** |y| of algorithm 2: probability proportional to exp(−|y|/t) before the sign. */
    private long laplaceMagnitude(ExactCoin coin, RandomBits bits) {
        long u = bits.below(t);
        while (!coin.expMinus(u, t)) {
            u = bits.below(t);
        }
        return Math.addExact(u, Math.multiplyExact(t, coin.geometric()));
    }

    private boolean keeps(long magnitude, ExactCoin coin) {
        if (magnitude < ROOT_LIMIT / q && a < ROOT_LIMIT) {
            long distance = magnitude * q - a;
            return coin.expMinus(distance * distance, 2 * t * a * q);
        }
        BigInteger distance =
                BigInteger.valueOf(magnitude).multiply(BigInteger.valueOf(q)).subtract(BigInteger.valueOf(a));
        return coin.expMinus(
                distance.multiply(distance),
                BigInteger.valueOf(2 * q).multiply(BigInteger.valueOf(t)).multiply(BigInteger.valueOf(a)));
    }

    @Override
    public String toString() {
        return "discrete Gaussian, σ² " + variance().toDouble();
    }
}
