package dari.provisioner.privacy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;

/**
 * Between ρ of zCDP and (ε, δ): Canonne, Kamath, Steinke 2020 (arXiv 2004.00010, corollary 13). ρ-zCDP implies (ε, δ) with
 *
 * <pre>δ = exp((α−1)(αρ−ε)) / (α−1) · (1−1/α)^α    for every order α &gt; 1,</pre>
 *
 * which solved for ρ or ε is closed. So each α gives a valid answer and the best one is only looked for in doubles; the answer
 * itself is then computed at that α in 60 digits, {@link #SLACK} to the safe side.
 */
final class ZcdpConversion {

    /** Above this a guarantee says nothing, and a slip of the pen is likelier than a wish. */
    static final BigDecimal MAX_EPSILON = new BigDecimal(1000);

    /** Below these no answer could be told from noise; they also keep the arithmetic short. */
    private static final BigDecimal MIN_EPSILON = new BigDecimal("1e-12");

    static final BigDecimal MIN_DELTA = new BigDecimal("1e-100");

    private static final MathContext DIGITS = new MathContext(60);

    /** Far above the error of the 60-digit logarithms, far below the decimals that are kept. */
    private static final BigDecimal SLACK = new BigDecimal("1e-25");

    /** ln(α−1) is looked for in here. */
    private static final double LOWEST = -30;

    private static final double HIGHEST = 45;

    private ZcdpConversion() {}

    static boolean isPromise(BigDecimal epsilon) {
        return epsilon.compareTo(MIN_EPSILON) >= 0 && epsilon.compareTo(MAX_EPSILON) <= 0;
    }

    static BigDecimal rho(BigDecimal epsilon, BigDecimal delta) {
        if (!isPromise(epsilon)) {
            throw new IllegalArgumentException("epsilon must lie between " + MIN_EPSILON + " and " + MAX_EPSILON);
        }
        double logDelta = log(delta).doubleValue();
        double eps = epsilon.doubleValue();
        BigDecimal orderLessOne = best(t -> -(eps + gain(t, logDelta) / StrictMath.exp(t)) / (1 + StrictMath.exp(t)));
        BigDecimal order = orderLessOne.add(BigDecimal.ONE);
        return epsilon.add(gain(orderLessOne, log(delta)).divide(orderLessOne, DIGITS))
                .divide(order, DIGITS)
                .subtract(SLACK)
                .max(BigDecimal.ZERO);
    }

    static BigDecimal epsilon(Fraction rho, BigDecimal delta) {
        double logDelta = log(delta).doubleValue();
        double approximate = rho.toDouble();
        BigDecimal orderLessOne =
                best(t -> (1 + StrictMath.exp(t)) * approximate - gain(t, logDelta) / StrictMath.exp(t));
        BigDecimal order = orderLessOne.add(BigDecimal.ONE);
        return order.multiply(new BigDecimal(rho.numerator()))
                .divide(new BigDecimal(rho.denominator()), DIGITS)
                .subtract(gain(orderLessOne, log(delta)).divide(orderLessOne, DIGITS))
                .add(SLACK)
                .max(BigDecimal.ZERO);
    }

    /** ln δ + ln(α−1) − α·ln(1−1/α), where t = ln(α−1). */
    private static double gain(double t, double logDelta) {
        double orderLessOne = StrictMath.exp(t);
        return logDelta + t + (1 + orderLessOne) * StrictMath.log1p(1 / orderLessOne);
    }

    private static BigDecimal gain(BigDecimal orderLessOne, BigDecimal logDelta) {
        BigDecimal order = orderLessOne.add(BigDecimal.ONE);
        BigDecimal ratio = order.divide(orderLessOne, DIGITS);
        return logDelta.add(PreciseLog.ln(orderLessOne)).add(order.multiply(PreciseLog.ln(ratio), DIGITS));
    }

    private static BigDecimal log(BigDecimal delta) {
        if (delta.compareTo(MIN_DELTA) < 0 || delta.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("delta must be at least " + MIN_DELTA + " and below 1");
        }
        return PreciseLog.ln(delta);
    }

    /** α−1 where the function of ln(α−1) is least: a grid for the neighbourhood, then golden section. */
    private static BigDecimal best(DoubleUnaryOperator function) {
        double step = 0.25;
        double least = LOWEST;
        for (double t = LOWEST; t <= HIGHEST; t += step) {
            if (function.applyAsDouble(t) < function.applyAsDouble(least)) {
                least = t;
            }
        }
        double golden = (Math.sqrt(5) - 1) / 2;
        double low = Math.max(LOWEST, least - step);
        double high = Math.min(HIGHEST, least + step);
        for (int i = 0; i < 60; i++) {
            double left = high - golden * (high - low);
            double right = low + golden * (high - low);
            if (function.applyAsDouble(left) < function.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return new BigDecimal(StrictMath.exp((low + high) / 2));
    }
}
