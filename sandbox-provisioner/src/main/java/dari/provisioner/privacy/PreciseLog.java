package dari.provisioner.privacy;

import java.math.BigDecimal;
import java.math.MathContext;

/** Natural logarithm to about 55 significant digits. */
final class PreciseLog {

    private static final MathContext DIGITS = new MathContext(70);
    private static final BigDecimal TWO = new BigDecimal(2);
    private static final BigDecimal LEAST_TERM = new BigDecimal("1e-75");

    private static final BigDecimal LN_2 = nearOne(TWO);

    private PreciseLog() {}

    /** @param x above zero */
    static BigDecimal ln(BigDecimal x) {
        if (x.signum() <= 0) {
            throw new ArithmeticException("no logarithm of " + x);
        }
        // x = m·2^k with m in [0.5, 2], where the series below is quick
        int k = 0;
        BigDecimal m = x;
        int decimals = m.precision() - m.scale();
        if (Math.abs(decimals) > 1) {
            k = (int) Math.round(decimals / Math.log10(2));
            m = scaled(m, k);
        }
        while (m.compareTo(TWO) > 0) {
            m = m.divide(TWO, DIGITS);
            k++;
        }
        while (m.add(m).compareTo(BigDecimal.ONE) < 0) {
            m = m.multiply(TWO, DIGITS);
            k--;
        }
        return nearOne(m).add(LN_2.multiply(new BigDecimal(k)), DIGITS);
    }

    private static BigDecimal scaled(BigDecimal m, int k) {
        return k > 0 ? m.divide(TWO.pow(k, DIGITS), DIGITS) : m.multiply(TWO.pow(-k, DIGITS), DIGITS);
    }

    /** ln m = 2·artanh((m−1)/(m+1)). */
    private static BigDecimal nearOne(BigDecimal m) {
        BigDecimal z = m.subtract(BigDecimal.ONE).divide(m.add(BigDecimal.ONE), DIGITS);
        BigDecimal square = z.multiply(z, DIGITS);
        BigDecimal power = z;
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 1; power.abs().compareTo(LEAST_TERM) > 0; n += 2) {
            sum = sum.add(power.divide(new BigDecimal(n), DIGITS), DIGITS);
            power = power.multiply(square, DIGITS);
        }
        return sum.multiply(TWO, DIGITS);
    }
}
