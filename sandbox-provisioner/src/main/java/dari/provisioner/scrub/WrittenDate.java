package dari.provisioner.scrub;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a date as a note writes it, some of which may be missing.
 *
 * @param form the written date without its time of day, as folded text
 * @param year where in the form the year stands, or null; so for month and day
 */
record WrittenDate(
        String form,
        @Nullable Part year,
        @Nullable Part month,
        @Nullable Part day) {

    /** Two-digit years above this one are of the last century. */
    private static final int PIVOT = 30;

    /** Offsets in the form. */
    record Part(int start, int end) {}

    private @Nullable Integer number(@Nullable Part part) {
        if (part == null) {
            return null;
        }
        String written = form.substring(part.start(), part.end());
        return Character.isDigit(written.charAt(0)) ? Integer.valueOf(written) : Integer.valueOf(monthNamed(written));
    }

    private static int monthNamed(String name) {
        String start = name.substring(0, 3).toLowerCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (month.name().toLowerCase(Locale.ROOT).startsWith(start)) {
                return month.getValue();
            }
        }
        throw new IllegalStateException("the grammar lets only names of months through");
    }

    /** Four digits, or null when no year is written. */
    @Nullable
    Integer fullYear() {
        Integer written = number(year);
        if (written == null || written >= 100) {
            return written;
        }
        return written > PIVOT ? 1900 + written : 2000 + written;
    }

    /** Whether the parts name a day that exists. */
    boolean isPossible() {
        Integer m = number(month);
        Integer d = number(day);
        Integer y = fullYear();
        if (m != null && (m < 1 || m > 12)) {
            return false;
        }
        int most = m == null
                ? 31
                : y == null ? Month.of(m).maxLength() : YearMonth.of(y, m).lengthOfMonth();
        return d == null || (d >= 1 && d <= most);
    }

    /**
     * The same form, moved. What is missing is taken in the middle, so a bare year changes only when the shift is long.
     *
     * @param yearIfMissing of the note, where a day stands without a year
     */
    String moved(long days, int yearIfMissing) {
        Integer y = fullYear();
        Integer m = number(month);
        Integer d = number(day);
        YearMonth middle = YearMonth.of(y == null ? yearIfMissing : y, m == null ? 7 : m);
        LocalDate date = middle.atDay(d == null ? 15 : Math.min(d, middle.lengthOfMonth()))
                .plusDays(days);
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < form.length(); ) {
            Part part = partAt(at);
            if (part == null) {
                out.append(form.charAt(at++));
            } else {
                out.append(rewritten(part, date));
                at = part.end();
            }
        }
        return ordinal(out.toString(), date.getDayOfMonth());
    }

    private @Nullable Part partAt(int at) {
        for (Part part : new @Nullable Part[] {year, month, day}) {
            if (part != null && part.start() == at) {
                return part;
            }
        }
        return null;
    }

    private String rewritten(Part part, LocalDate date) {
        String written = form.substring(part.start(), part.end());
        if (part.equals(year)) {
            return written.length() == 2 ? twoDigits(date.getYear() % 100) : String.valueOf(date.getYear());
        }
        int value = part.equals(month) ? date.getMonthValue() : date.getDayOfMonth();
        if (Character.isDigit(written.charAt(0))) {
            boolean padded = written.length() == 2 && (written.startsWith("0") || isPaddedElsewhere(part));
            return padded ? twoDigits(value) : Integer.toString(value);
        }
        String name = date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        String shown = written.length() <= 4 ? name.substring(0, 3) : name;
        return Character.isUpperCase(written.charAt(1)) ? shown.toUpperCase(Locale.ROOT) : shown;
    }

    /** {@code 2024-11-05} pads its days, so its months too; {@code 3/12} pads nothing. */
    private boolean isPaddedElsewhere(Part part) {
        Part other = part.equals(month) ? day : month;
        return other == null || year == null || other.end() - other.start() == 2;
    }

    private static String twoDigits(int value) {
        return value < 10 ? "0" + value : Integer.toString(value);
    }

    private static final Pattern ORDINAL = Pattern.compile("(?i)(?<=[0-9])(st|nd|rd|th)\\b");

    private static String ordinal(String text, int day) {
        String ending = day % 10 == 1 && day != 11
                ? "st"
                : day % 10 == 2 && day != 12 ? "nd" : day % 10 == 3 && day != 13 ? "rd" : "th";
        return ORDINAL.matcher(text).replaceFirst(ending);
    }
}
