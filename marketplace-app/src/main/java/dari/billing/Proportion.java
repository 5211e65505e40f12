package dari.billing;

import java.math.BigInteger;

/** What of an amount falls to a part of the whole. */
final class Proportion {

    private Proportion() {}

    /**
     * Fractions of a won are dropped. The product of two amounts is larger than a long where each is above three thousand
     * million, as those of a large project are.
     */
    static long of(long amount, long part, long whole) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}
