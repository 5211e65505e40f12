package dari.provisioner.privacy;

import java.math.BigInteger;

/**
 * Coins with exactly the probability n/d or exp(−n/d), from fair bits and integers alone (Canonne, Kamath, Steinke 2020, arXiv
 * 2004.00010, algorithm 1). Small numbers take a path in longs that is just as exact.
 */
final class ExactCoin {

    /** Denominators below this leave room for one more byte in a long. */
    private static final long LONG_LIMIT = 1L << 55;

    private static final BigInteger BIG_LIMIT = BigInteger.valueOf(LONG_LIMIT);

    private final RandomBits bits;

    ExactCoin(RandomBits bits) {
        this.bits = bits;
    }

    /** True with probability n/d, 0 ≤ n ≤ d &lt; 2^55. */
    boolean flip(long n, long d) {
        if (n >= d) {
            return true;
        }
        // compares a uniform number with n/d byte by byte: the first byte that differs decides
        long rest = n;
        while (rest != 0) {
            long shifted = rest << 8;
            long digit = shifted / d;
            int drawn = bits.nextByte();
            if (drawn != digit) {
                return drawn < digit;
            }
            rest = shifted - digit * d;
        }
        return false;
    }

    private boolean flip(BigInteger n, BigInteger d) {
        if (d.compareTo(BIG_LIMIT) < 0) {
            return flip(n.longValueExact(), d.longValueExact());
        }
        if (n.compareTo(d) >= 0) {
            return true;
        }
        BigInteger rest = n;
        while (rest.signum() != 0) {
            BigInteger[] parts = rest.shiftLeft(8).divideAndRemainder(d);
            int drawn = bits.nextByte();
            int digit = parts[0].intValueExact();
            if (drawn != digit) {
                return drawn < digit;
            }
            rest = parts[1];
        }
        return false;
    }

    /** True with probability exp(−n/d), n ≥ 0, d ≥ 1. */
    boolean expMinus(long n, long d) {
        for (long whole = n / d; whole > 0; whole--) {
            if (!expMinusFraction(1, 1)) {
                return false;
            }
        }
        return expMinusFraction(n % d, d);
    }

    /** True with probability exp(−n/d), n ≥ 0, d ≥ 1. */
    boolean expMinus(BigInteger n, BigInteger d) {
        if (n.bitLength() < Long.SIZE && d.bitLength() < Long.SIZE) {
            return expMinus(n.longValueExact(), d.longValueExact());
        }
        BigInteger[] parts = n.divideAndRemainder(d);
        // ends long before 2^63 flips: each comes up with probability 1/e
        for (BigInteger whole = parts[0]; whole.signum() > 0; whole = whole.subtract(BigInteger.ONE)) {
            if (!expMinusFraction(1, 1)) {
                return false;
            }
        }
        return expMinusFraction(parts[1], d, 1);
    }

    /** How often a coin of probability 1/e comes up before it does not. */
    long geometric() {
        long times = 0;
        while (expMinusFraction(1, 1)) {
            times++;
        }
        return times;
    }

    /** exp(−γ) = Σ (−γ)^k/k! as the chance that the run of coins γ/1, γ/2, γ/3, … ends after an even number of heads. */
    private boolean expMinusFraction(long n, long d) {
        long k = 1;
        long scaled = d;
        while (scaled < LONG_LIMIT) {
            if (!flip(n, scaled)) {
                return k % 2 == 1;
            }
            k++;
            scaled += d;
        }
        return expMinusFraction(BigInteger.valueOf(n), BigInteger.valueOf(d), k);
    }

    private boolean expMinusFraction(BigInteger n, BigInteger d, long first) {
        long k = first;
        while (flip(n, d.multiply(BigInteger.valueOf(k)))) {
            k++;
        }
        return k % 2 == 1;
    }
}
