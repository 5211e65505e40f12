package dari.admin.checks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what lists hold: business registration numbers, days. */
final class Numbers {

    /** Weights of the National Tax Service's check; the ninth digit counts with its tens, too. */
    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    /** Years as databases keep them. Some spreadsheets end a day with a dot, too. */
    private static final Pattern DAY =
            Pattern.compile("([1-9][0-9]{3})\\s*[-./]\\s*([0-9]{1,2})\\s*[-./]\\s*([0-9]{1,2})\\s*\\.?");

    private Numbers() {}

    /** Ten digits with a right check digit; empty for anything else. */
    static Optional<String> registration(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{10}")) {
            return Optional.empty();
        }
        int sum = digit(digits, 8) * 5 / 10;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += digit(digits, i) * WEIGHTS[i];
        }
        return (10 - sum % 10) % 10 == digit(digits, 9) ? Optional.of(digits) : Optional.empty();
    }

    static String formatted(String digits) {
        return digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5);
    }

    /** {@code 2026-11-30}, also with dots or slashes, as spreadsheets write it. */
    static Optional<LocalDate> day(String typed) {
        Matcher parts = DAY.matcher(typed.strip());
        try {
            return parts.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
