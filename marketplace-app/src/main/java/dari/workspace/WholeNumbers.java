package dari.workspace;

import org.jspecify.annotations.Nullable;

/** Reads and writes the texts that {@link WholeNumber} checks. */
public final class WholeNumbers {

    private WholeNumbers() {}

    /** A text that passed the check; null when it is blank. */
    public static @Nullable Long parse(@Nullable String typed) {
        String digits = typed == null ? "" : typed.replaceAll("[,\\s]", "");
        return digits.isEmpty() ? null : Long.valueOf(digits);
    }

    /** The same as an int, for numbers whose range allows it. */
    public static @Nullable Integer parseInt(@Nullable String typed) {
        Long number = parse(typed);
        return number == null ? null : Math.toIntExact(number);
    }

    /** A number that was required. */
    public static long required(String typed) {
        Long number = parse(typed);
        if (number == null) {
            throw new IllegalStateException("not validated");
        }
        return number;
    }

    /** As a form shows it. */
    public static String text(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }
}
