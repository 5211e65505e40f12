package dari.provisioner.privacy;

import java.math.BigInteger;

/**
 * Picks an index with a high score, privately, from integer scores and fair bits: no softmax over doubles.
 *
 * <p>Scores must be whole numbers of a fixed-point scale, computed without rounding that depends on the order of the rows: round
 * the public part (a model's estimate) first, then subtract in longs. {@code sensitivity} is in the same scale: the most that
 * one unit changes any score.
 */
public final class Selection {

    private static final BigInteger EIGHT = BigInteger.valueOf(8);

    private Selection() {}

    /**
     * The exponential mechanism: index r with probability exactly proportional to exp(ε·score/(2·sensitivity)), drawn by
     * rejection. Costs ε²/8 ({@link #costOfExponential}), so under zCDP it is the one to take.
     */
    public static int exponential(long[] scores, long sensitivity, Fraction epsilon, RandomBits bits) {
        Flips flips = new Flips(scores, sensitivity, epsilon, bits);
        while (true) {
            int candidate = (int) bits.below(scores.length);
            if (flips.accepts(candidate)) {
                return candidate;
            }
        }
    }

    /**
     * Permute-and-flip (McKenna and Sheldon 2020, arXiv 2010.12603): ε-differentially private and at that ε never worse than the
     * exponential mechanism. Costs ε²/2 ({@link #costOfPermuteAndFlip}).
     */
    public static int permuteAndFlip(long[] scores, long sensitivity, Fraction epsilon, RandomBits bits) {
        Flips flips = new Flips(scores, sensitivity, epsilon, bits);
        int[] order = new int[scores.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int left = order.length; left > 0; left--) {
            int place = (int) bits.below(left);
            int candidate = order[place];
            if (flips.accepts(candidate)) {
                return candidate;
            }
            order[place] = order[left - 1];
        }
        throw new IllegalStateException("the best score is always accepted");
    }

    /** ε²/8: the exponential mechanism has range ε (Cesar and Rogers 2021, arXiv 2004.07223, lemma 3.4). */
    public static Rho costOfExponential(Fraction epsilon) {
        return new Rho(epsilon.times(epsilon).times(Fraction.of(1, 8)));
    }

    /**
     * ε²/2, what ε-differential privacy gives (Bun and Steinke 2016, proposition 1.4). Nothing better holds: of two equal scores
     * that part by 2·sensitivity, the distributions (½, ½) and (1−e^−ε/2, e^−ε/2) have divergence ε²/2 − O(ε³). The ε²/8 of the
     * exponential mechanism does not carry over, because the log odds here move by up to ln(2e^ε − 1), about 2ε.
     */
    public static Rho costOfPermuteAndFlip(Fraction epsilon) {
        return new Rho(epsilon.times(epsilon).times(Fraction.of(1, 2)));
    }

    /** The ε at which the exponential mechanism costs at most this: √(8ρ), rounded down to a multiple of 2^-32. */
    public static Fraction epsilonOfExponential(Rho cost) {
        BigInteger scaled = cost.amount()
                .numerator()
                .multiply(EIGHT)
                .shiftLeft(64)
                .divide(cost.amount().denominator());
        return new Fraction(scaled.sqrt(), BigInteger.ONE.shiftLeft(32));
    }

    /** Accepts a candidate with probability exp(−ε·(best − score)/(2·sensitivity)). */
    private static final class Flips {

        private final long[] scores;
        private final long best;
        private final BigInteger numerator;
        private final BigInteger denominator;
        private final ExactCoin coin;

        Flips(long[] scores, long sensitivity, Fraction epsilon, RandomBits bits) {
            if (scores.length == 0 || sensitivity < 1 || epsilon.signum() <= 0) {
                throw new IllegalArgumentException(
                        "a selection needs candidates, a sensitivity and an epsilon above zero");
            }
            this.scores = scores;
            long highest = scores[0];
            for (long score : scores) {
                highest = Math.max(highest, score);
            }
            best = highest;
            numerator = epsilon.numerator();
            denominator = epsilon.denominator()
                    .multiply(BigInteger.valueOf(sensitivity))
                    .shiftLeft(1);
            coin = new ExactCoin(bits);
        }

        boolean accepts(int candidate) {
            BigInteger behind = BigInteger.valueOf(best).subtract(BigInteger.valueOf(scores[candidate]));
            return coin.expMinus(behind.multiply(numerator), denominator);
        }
    }
}
