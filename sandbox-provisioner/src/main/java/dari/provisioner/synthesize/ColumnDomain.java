package dari.provisioner.synthesize;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a column may hold, known without looking at it. Its codes are the declared ones in the order of the domain, then one for
 * anything else and one for a missing value.
 */
public sealed interface ColumnDomain {

    /** What a released cell says when the source had something undeclared there. */
    String OTHER = "other";

    /** Column as the domain spells it. */
    String name();

    /** Declared codes. */
    int declared();

    /** Declared codes, one for anything else, one for a missing value. */
    default int size() {
        return declared() + 2;
    }

    /** Of a source's text; null and an empty text are missing. */
    default int code(@Nullable String text) {
        return text == null || text.isEmpty() ? declared() + 1 : declaredCode(text);
    }

    /** A released cell; null for a missing one. */
    default @Nullable String text(int code, RandomGenerator random) {
        if (code == declared()) {
            return OTHER;
        }
        return code > declared() ? null : declaredText(code, random);
    }

    /** A declared code, or {@link #declared()} for anything else. */
    int declaredCode(String text);

    String declaredText(int code, RandomGenerator random);

    /** Whole numbers from 0 to size − 1. */
    record Codes(String name, int declared) implements ColumnDomain {
        @Override
        public int declaredCode(String text) {
            try {
                // tables that were read as numbers spell a code 3 as 3.0
                int code = new BigDecimal(text.strip()).intValueExact();
                return code >= 0 && code < declared ? code : declared;
            } catch (ArithmeticException | NumberFormatException e) {
                return declared;
            }
        }

        @Override
        public String declaredText(int code, RandomGenerator random) {
            return Integer.toString(code);
        }
    }

    /** A list of texts; one that is called {@value ColumnDomain#OTHER} takes in what is not listed. */
    record Values(String name, List<String> values, Map<String, Integer> codes) implements ColumnDomain {

        public Values(String name, List<String> values) {
            this(name, List.copyOf(values), numbered(values));
        }

        private static Map<String, Integer> numbered(List<String> values) {
            Map<String, Integer> codes = new HashMap<>();
            for (int i = 0; i < values.size(); i++) {
                codes.put(values.get(i), i);
            }
            return Map.copyOf(codes);
        }

        @Override
        public int declared() {
            return values.size();
        }

        @Override
        public int declaredCode(String text) {
            Integer code = codes.get(text);
            return code == null ? codes.getOrDefault(OTHER, values.size()) : code;
        }

        @Override
        public String declaredText(int code, RandomGenerator random) {
            return values.get(code);
        }
    }

    /**
     * Numbers in intervals of equal width; a released number is drawn evenly from its interval.
     *
     * @param min smallest number
     * @param max largest number, which belongs to the last interval
     * @param whole whether only whole numbers are released
     */
    record Bins(String name, BigDecimal min, BigDecimal max, int declared, boolean whole) implements ColumnDomain {

        private static final int STEPS_PER_BIN = 1000;

        @Override
        public int declaredCode(String text) {
            double value;
            try {
                value = Double.parseDouble(text.strip());
            } catch (NumberFormatException e) {
                return declared;
            }
            double low = min.doubleValue();
            double high = max.doubleValue();
            if (!(value >= low && value <= high)) { // written this way round so that NaN is other, too
                return declared;
            }
            return Math.min(declared - 1, (int) ((value - low) * declared / (high - low)));
        }

        @Override
        public String declaredText(int code, RandomGenerator random) {
            double width = (max.doubleValue() - min.doubleValue()) / declared;
            double from = min.doubleValue() + code * width;
            if (whole) {
                long first = (long) Math.ceil(from - 1e-9);
                boolean last = code == declared - 1;
                long end = last ? max.longValue() : (long) Math.ceil(from + width - 1e-9) - 1;
                return Long.toString(first + (end > first ? random.nextLong(end - first + 1) : 0));
            }
            int digits = Math.max(0, (int) Math.ceil(Math.log10(2 * STEPS_PER_BIN / width)));
            double drawn = from + (random.nextInt(STEPS_PER_BIN) + 0.5) / STEPS_PER_BIN * width;
            return BigDecimal.valueOf(drawn)
                    .setScale(digits, java.math.RoundingMode.FLOOR)
                    .max(min)
                    .toPlainString();
        }
    }
}
