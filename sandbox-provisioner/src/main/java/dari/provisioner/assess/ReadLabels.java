package dari.provisioner.assess;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the labels that other programs publish instead of values: {@code *}, {@code 20-29}, {@code [20, 30)}, {@code ≥ 65},
 * {@code 90+}, {@code 123**}. What cannot be read covers nothing.
 */
final class ReadLabels {

    private static final String NUMBER = "(-?[0-9]+(?:[.][0-9]+)?)";
    private static final Pattern RANGE = Pattern.compile(
            "([\\[(\\]]?)\\s*" + NUMBER + "\\s*(?:-|–|~|,|;|\\.\\.+|to)\\s*" + NUMBER + "\\s*([\\])\\[]?)");
    private static final Pattern BOUND = Pattern.compile("(<=|>=|<|>|≤|≥)\\s*" + NUMBER);
    private static final Pattern FROM = Pattern.compile(NUMBER + "\\s*\\+");
    private static final Pattern MASKED = Pattern.compile("([^*]+)([*]+)");

    private ReadLabels() {}

    static boolean covers(String label, String raw) {
        String text = label.strip();
        if (text.isEmpty() || text.equals("*") || text.equalsIgnoreCase("any")) {
            return true;
        }
        Matcher masked = MASKED.matcher(text);
        if (masked.matches()) {
            return raw.startsWith(masked.group(1));
        }
        double value = number(raw);
        if (Double.isNaN(value)) {
            return false;
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            double low = number(range.group(2));
            double high = number(range.group(3));
            boolean above = (range.group(1).equals("(") || range.group(1).equals("]")) ? value > low : value >= low;
            boolean below = (range.group(4).equals(")") || range.group(4).equals("[")) ? value < high : value <= high;
            return above && below;
        }
        Matcher from = FROM.matcher(text);
        if (from.matches()) {
            return value >= number(from.group(1));
        }
        Matcher bound = BOUND.matcher(text);
        return bound.matches() && within(bound.group(1), value, number(bound.group(2)));
    }

    private static boolean within(String relation, double value, double bound) {
        return switch (relation) {
            case "<" -> value < bound;
            case "<=", "≤" -> value <= bound;
            case ">" -> value > bound;
            default -> value >= bound;
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
