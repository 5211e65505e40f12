package dari.provisioner.privacy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact, non-negative amount of zero-concentrated differential privacy (zCDP; Bun and Steinke 2016, arXiv 1605.02065).
 * Amounts of answers about the same persons add up, also when later questions depend on earlier answers.
 *
 * @param amount the privacy spent, 0 = none
 */
public record Rho(Fraction amount) implements Comparable<Rho> {

    public static final Rho ZERO = new Rho(Fraction.ZERO);

    /** Decimals of an amount that is written down or derived from ε and δ. */
    public static final int DECIMALS = 18;

    private static final int EPSILON_DECIMALS = 9;

    public Rho {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("an amount of privacy must not be negative, was " + amount);
        }
    }

    public static Rho of(long numerator, long denominator) {
        return new Rho(Fraction.of(numerator, denominator));
    }

    public static Rho of(BigDecimal amount) {
        return new Rho(Fraction.of(amount));
    }

    /**
     * The most that may be spent so that everything together is (ε, δ)-differentially private, rounded down to
     * {@value #DECIMALS} decimals. The conversion is the tight one of Canonne, Kamath and Steinke 2020 (arXiv 2004.00010,
     * corollary 13).
     *
     * @throws IllegalArgumentException unless 1e-12 ≤ ε ≤ 1000 and 1e-100 ≤ δ &lt; 1
     */
    public static Rho forEpsilonDelta(BigDecimal epsilon, BigDecimal delta) {
        return of(ZcdpConversion.rho(epsilon, delta).setScale(DECIMALS, RoundingMode.FLOOR));
    }

    /**
     * The ε that this amount means at a given δ, by the same conversion, rounded up to nine decimals.
     *
     * @throws IllegalArgumentException unless 1e-100 ≤ δ &lt; 1
     */
    public BigDecimal epsilon(BigDecimal delta) {
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal epsilon = ZcdpConversion.epsilon(amount, delta);
        // the ε that an amount was made from comes back as itself, when its own proof covers this amount
        BigDecimal nearest = epsilon.setScale(EPSILON_DECIMALS, RoundingMode.HALF_EVEN);
        return ZcdpConversion.isPromise(nearest)
                        && Fraction.of(ZcdpConversion.rho(nearest, delta)).compareTo(amount) >= 0
                ? nearest
                : epsilon.setScale(EPSILON_DECIMALS, RoundingMode.CEILING);
    }

    public Rho plus(Rho other) {
        return new Rho(amount.plus(other.amount));
    }

    /** @throws IllegalArgumentException when the other amount is larger */
    public Rho minus(Rho other) {
        return new Rho(amount.minus(other.amount));
    }

    /** This amount times numerator/denominator, exactly. */
    public Rho times(long numerator, long denominator) {
        return new Rho(amount.times(Fraction.of(numerator, denominator)));
    }

    /** Rounded up to {@value #DECIMALS} decimals: the form that is written down, never less than the truth. */
    public BigDecimal toDecimal() {
        return amount.toDecimal(DECIMALS, RoundingMode.CEILING);
    }

    /** For display and for choices that need no exactness. */
    public double toDouble() {
        return amount.toDouble();
    }

    BigInteger numerator() {
        return amount.numerator();
    }

    @Override
    public int compareTo(Rho other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return "ρ " + toDecimal().stripTrailingZeros().toPlainString();
    }
}
