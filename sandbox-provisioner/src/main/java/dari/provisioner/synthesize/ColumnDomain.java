package dari.provisioner.synthesize;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

    /** Decimals of a released number; 0 where the column holds none or whole ones. */
    default int decimals() {
        return 0;
    }

    /**
     * The order of the declared codes; null where they have none.
     *
     * @param decimals of the numbers that it is to be compared in, at least its own
     */
    default @Nullable Scale scale(int decimals) {
        return null;
    }

    /** A released cell for one number of the {@link #scale}. */
    default String scaledText(long number, int decimals) {
        return Long.toString(number);
    }

    /** The declared code whose first value this is; -1 when no code begins there. */
    default int beginning(String value) {
        int code = declaredCode(value);
        return code == declared() ? -1 : code;
    }

    /** The declared code whose last value this is, or of decimals the upper edge; -1 when no code ends there. */
    default int ending(String value) {
        return beginning(value);
    }

    /** Whether two columns hold the same codes for the same values. */
    default boolean isLike(ColumnDomain other) {
        return renamed("").equals(other.renamed(""));
    }

    /** The same domain under another name. */
    ColumnDomain renamed(String name);

    /** A declared code as the domain means it, for people. */
    default String label(int code) {
        return declaredText(code, () -> 0);
    }

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

        @Override
        public Scale scale(int decimals) {
            return Scale.single(Scale.NUMBERS, declared);
        }

        @Override
        public ColumnDomain renamed(String other) {
            return new Codes(other, declared);
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

        /** Values stand in the order of the domain: another list has another order. */
        @Override
        public Scale scale(int decimals) {
            return Scale.single("the list " + String.join(", ", values), values.size());
        }

        @Override
        public String scaledText(long number, int decimals) {
            return values.get(Math.toIntExact(number));
        }

        @Override
        public ColumnDomain renamed(String other) {
            return new Values(other, values, codes);
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
            double width = width();
            double from = min.doubleValue() + code * width;
            if (whole) {
                long first = (long) Math.ceil(from - 1e-9);
                boolean last = code == declared - 1;
                long end = last ? max.longValue() : (long) Math.ceil(from + width - 1e-9) - 1;
                return Long.toString(first + (end > first ? random.nextLong(end - first + 1) : 0));
            }
            double drawn = from + (random.nextInt(STEPS_PER_BIN) + 0.5) / STEPS_PER_BIN * width;
            return BigDecimal.valueOf(drawn)
                    .setScale(decimals(), RoundingMode.FLOOR)
                    .max(min)
                    .toPlainString();
        }

        private double width() {
            return (max.doubleValue() - min.doubleValue()) / declared;
        }

        @Override
        public int decimals() {
            return whole ? 0 : Math.max(0, (int) Math.ceil(Math.log10(2 * STEPS_PER_BIN / width())));
        }

        @Override
        public Scale scale(int decimals) {
            int digits = whole ? 0 : decimals;
            long[] lowest = new long[declared];
            long[] highest = new long[declared];
            for (int code = 0; code < declared; code++) {
                lowest[code] = edge(code, digits);
                highest[code] = code == declared - 1
                        ? max.movePointRight(digits)
                                .setScale(0, RoundingMode.FLOOR)
                                .longValueExact()
                        : edge(code + 1, digits) - 1;
            }
            return new Scale(whole ? Scale.NUMBERS : "numbers with decimals", lowest, highest);
        }

        /** The first number of a bin, rounded up to the grid. */
        private long edge(int bin, int decimals) {
            return min.multiply(BigDecimal.valueOf(declared))
                    .add(max.subtract(min).multiply(BigDecimal.valueOf(bin)))
                    .movePointRight(decimals)
                    .divide(BigDecimal.valueOf(declared), 0, RoundingMode.CEILING)
                    .longValueExact();
        }

        @Override
        public String scaledText(long number, int decimals) {
            return BigDecimal.valueOf(number, whole ? 0 : decimals).toPlainString();
        }

        @Override
        public int beginning(String value) {
            int code = declaredCode(value);
            if (code == declared) {
                return -1;
            }
            BigDecimal number = new BigDecimal(value.strip());
            boolean begins = whole ? number.compareTo(BigDecimal.valueOf(edge(code, 0))) == 0 : isEdge(code, number);
            return begins ? code : -1;
        }

        @Override
        public int ending(String value) {
            int code = declaredCode(value);
            if (code == declared) {
                return -1;
            }
            BigDecimal number = new BigDecimal(value.strip());
            if (number.compareTo(max) == 0) {
                return declared - 1;
            }
            if (whole) {
                return number.compareTo(BigDecimal.valueOf(edge(code + 1, 0) - 1)) == 0 ? code : -1;
            }
            return isEdge(code, number) ? code - 1 : -1;
        }

        private boolean isEdge(int bin, BigDecimal number) {
            return max.subtract(min)
                            .multiply(BigDecimal.valueOf(bin))
                            .compareTo(number.subtract(min).multiply(BigDecimal.valueOf(declared)))
                    == 0;
        }

        @Override
        public ColumnDomain renamed(String other) {
            return new Bins(other, min, max, declared, whole);
        }

        @Override
        public String label(int code) {
            if (whole) {
                return edge(code, 0) + " to "
                        + (code == declared - 1 ? max.toPlainString() : "" + (edge(code + 1, 0) - 1));
            }
            BigDecimal range = max.subtract(min);
            return at(range, code) + " to " + at(range, code + 1);
        }

        private String at(BigDecimal range, int edge) {
            return min.add(range.multiply(BigDecimal.valueOf(edge))
                            .divide(BigDecimal.valueOf(declared), 4, RoundingMode.HALF_EVEN))
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /**
     * Days in intervals of about equal length; a released day is drawn evenly from its interval. A source may write a time of day
     * behind the date: it is not read.
     *
     * @param first day
     * @param last day, which belongs to the last interval
     */
    record Days(String name, LocalDate first, LocalDate last, int declared) implements ColumnDomain {

        private static final int DATE = 10;

        @Override
        public int declaredCode(String text) {
            String day = text.strip();
            boolean timed = day.length() > DATE && (day.charAt(DATE) == 'T' || day.charAt(DATE) == ' ');
            try {
                LocalDate date = LocalDate.parse(timed ? day.substring(0, DATE) : day);
                return date.isBefore(first) || date.isAfter(last)
                        ? declared
                        : (int) ((date.toEpochDay() - first.toEpochDay()) * declared / days());
            } catch (DateTimeParseException e) {
                return declared;
            }
        }

        private long days() {
            return last.toEpochDay() - first.toEpochDay() + 1;
        }

        /** The first day of an interval: the smallest whose code is this one. */
        private long edge(int code) {
            return first.toEpochDay() + (code * days() + declared - 1) / declared;
        }

        @Override
        public String declaredText(int code, RandomGenerator random) {
            long from = edge(code);
            return scaledText(from + random.nextLong(edge(code + 1) - from), 0);
        }

        @Override
        public Scale scale(int decimals) {
            long[] lowest = new long[declared];
            long[] highest = new long[declared];
            for (int code = 0; code < declared; code++) {
                lowest[code] = edge(code);
                highest[code] = edge(code + 1) - 1;
            }
            return new Scale(Scale.DAYS, lowest, highest);
        }

        @Override
        public String scaledText(long number, int decimals) {
            return LocalDate.ofEpochDay(number).toString();
        }

        @Override
        public int beginning(String value) {
            int code = declaredCode(value);
            return code < declared && scaledText(edge(code), 0).equals(value.strip()) ? code : -1;
        }

        @Override
        public int ending(String value) {
            int code = declaredCode(value);
            return code < declared && scaledText(edge(code + 1) - 1, 0).equals(value.strip()) ? code : -1;
        }

        @Override
        public ColumnDomain renamed(String other) {
            return new Days(other, first, last, declared);
        }

        @Override
        public String label(int code) {
            return scaledText(edge(code), 0) + " to " + scaledText(edge(code + 1) - 1, 0);
        }
    }
}
