package dari.provisioner.deidentify;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ranges of numbers that double in width from level to level. The narrowest is 1, 2 or 5 times a power of ten, so that bounds
 * are round and say little about the data, and at most a {@link #FINEST}th of the span of the values; for whole numbers at least 1.
 */
final class NumberRanges {

    private static final int FINEST = 64;

    private final List<BigDecimal> widths = new ArrayList<>();

    /** @param values texts; those that are no numbers do not count */
    NumberRanges(Collection<String> values) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (String value : values) {
            BigDecimal number = number(value);
            if (number != null) {
                numbers.add(number);
            }
        }
        BigDecimal least = numbers.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        BigDecimal span = numbers.stream()
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO)
                .subtract(least);
        boolean whole = numbers.stream().allMatch(n -> n.stripTrailingZeros().scale() <= 0);
        BigDecimal finest = roundWidth(span.doubleValue() / FINEST);
        // at width 1 the range of a whole number is the number itself, which is a level already
        BigDecimal width = whole ? finest.max(BigDecimal.valueOf(2)) : finest;
        do {
            widths.add(width);
            width = width.add(width);
        } while (width.compareTo(span) < 0);
    }

    /** The ranges a number lies in, the narrowest first; null when the text is none. */
    @Nullable
    List<String> path(String value) {
        BigDecimal number = number(value);
        if (number == null) {
            return null;
        }
        return widths.stream().map(width -> label(number, width)).toList();
    }

    /** As many as levels of ranges, each empty: of a missing value. */
    List<String> missing() {
        return widths.stream().map(width -> "").toList();
    }

    private static String label(BigDecimal number, BigDecimal width) {
        BigDecimal from = number.divideToIntegralValue(width).multiply(width);
        if (from.compareTo(number) > 0) { // below zero the division rounds up
            from = from.subtract(width);
        }
        return "[" + plain(from) + "," + plain(from.add(width)) + ")";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal roundWidth(double wanted) {
        if (!(wanted > 0)) {
            return BigDecimal.ONE;
        }
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(wanted)));
        for (int times : new int[] {5, 2}) {
            BigDecimal width = power.multiply(BigDecimal.valueOf(times));
            if (width.doubleValue() <= wanted) {
                return width;
            }
        }
        return power;
    }

    private static @Nullable BigDecimal number(String value) {
        try {
            return new BigDecimal(value.strip(), MathContext.DECIMAL64);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
