package dari.provisioner.spark;

import dari.provisioner.recipe.Treatment;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The treatments of numbers, step by step as {@code dari.provisioner.deidentify.Numbers} writes them for the engine in process.
 */
final class Numbers {

    /** Hexadecimal digits of a keyed hash that become one uniform number. */
    private static final int DIGITS = 13;

    private static final int HEX = 16;
    private static final int LARGEST_SCALE = 15;

    private Numbers() {}

    /** @param whole whether all of the column is integers */
    static Cell capped(Treatment.Cap cap, int column, boolean whole) {
        Double min = cap.min();
        Double max = cap.max();
        String least = min == null ? "" : plain(min);
        String most = max == null ? "" : plain(max);
        if (whole && isWhole(min) && isWhole(max)) {
            return (row, tools) -> {
                String text = row.getString(column);
                if (text == null) {
                    return null;
                }
                long number = Long.parseLong(text);
                if (min != null && number < min.longValue()) {
                    return least;
                }
                return max != null && number > max.longValue() ? most : text;
            };
        }
        return (row, tools) -> {
            String text = row.getString(column);
            Double number = tools.casts().number(text);
            if (number == null) {
                return null;
            }
            if (min != null && number < min) {
                return least;
            }
            // the engine in process counts NaN greater than any number
            return max != null && (number > max || number.isNaN()) ? most : text;
        };
    }

    static boolean isWhole(@Nullable Double bound) {
        return bound == null || bound == Math.rint(bound);
    }

    static Cell rounded(Treatment.Round round, int column) {
        Step step = Step.of(round.to());
        return (row, tools) -> {
            Double number = tools.casts().number(row.getString(column));
            return number == null || !Double.isFinite(number) ? null : step.nearest(number);
        };
    }

    /** @param person column of the person */
    static Cell noisy(Treatment.Noise noise, int column, int person, String purpose) {
        double deviation = noise.deviation();
        Step step = Step.of(noise.to());
        double span = Math.scalb(1.0, 4 * DIGITS);
        return (row, tools) -> {
            String text = row.getString(column);
            Double number = tools.casts().number(text);
            if (number == null || !Double.isFinite(number)) {
                return null;
            }
            String hex = tools.mac().hex(purpose, row.getString(person) + "\u001f" + text);
            double first = (1.0 + Long.parseLong(hex.substring(0, DIGITS), HEX)) / span;
            double second = Long.parseLong(hex.substring(DIGITS, 2 * DIGITS), HEX) / span;
            return step.nearest(number + deviation * Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second));
        };
    }

    /** Whether the multiples of a step are integers. */
    static boolean areIntegers(double to) {
        return scale(to) == 0;
    }

    private static int scale(double to) {
        return Math.max(0, BigDecimal.valueOf(to).stripTrailingZeros().scale());
    }

    /** @param decimals of a multiple; 0 for integers */
    private record Step(double to, int decimals) implements java.io.Serializable {

        static Step of(double to) {
            return new Step(to, Math.min(scale(to), LARGEST_SCALE));
        }

        @Nullable
        Object nearest(double number) {
            double multiple = away(number / to) * to;
            if (decimals > 0) {
                double modifier = Math.pow(10, decimals);
                double shifted = multiple * modifier;
                double result = away(shifted) / modifier;
                boolean finite = Double.isFinite(shifted) && Double.isFinite(result);
                return (finite ? result : multiple) + 0.0; // -0 becomes 0
            }
            return multiple >= -0x1p63 && multiple < 0x1p63 ? (Object) (long) multiple : null;
        }

        /** To the nearest integer, halves away from zero, as C does it. */
        private static double away(double number) {
            double size = Math.abs(number);
            double floor = Math.floor(size);
            return Math.copySign(size - floor >= 0.5 ? floor + 1 : floor, number);
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
