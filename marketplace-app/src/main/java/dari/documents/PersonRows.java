package dari.documents;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Recognises rows about persons: many rows, and a column of mobile phone numbers, birth dates, the visible part of RRNs
 * or patients' numbers. A heuristic: a list of data items, a schedule or a price list passes.
 */
public final class PersonRows {

    /** So many rows are a list of persons; fewer may be the team of a project. */
    private static final int MANY = 10;

    /** Of ten values in such a column, at least so many look alike. */
    private static final int OF_TEN = 7;

    private static final int BIRTH_SPREAD_YEARS = 15;
    private static final int HEADER_ROWS = 3;

    private static final Pattern PHONE = Pattern.compile("(?:\\+?82[- ]?|0)?1[016789][-. ]?\\d{3,4}[-. ]?\\d{4}");
    private static final Pattern MASKED_NUMBER =
            Pattern.compile("\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\s*-\\s*[1-8][*xX●•\\d]*");
    private static final Pattern DATE =
            Pattern.compile("((?:19|20)\\d{2})[-./]?\\s?(?:0?[1-9]|1[0-2])[-./]?\\s?(?:0?[1-9]|[12]\\d|3[01])\\.?"
                    + "(?:[T ]00:00(?::00)?)?");
    /** A year, or a day as Excel keeps it: dates only under a header that says so. */
    private static final Pattern BARE_DATE = Pattern.compile("\\d{4,6}(?:\\.0)?");

    private static final Pattern RUNNING_NUMBER = Pattern.compile("\\d+|[A-Za-z]{1,4}[-_]?\\d{3,}");
    private static final Pattern BIRTH_HEADER = Pattern.compile("생년|생일|출생|birth|\\bdob\\b");
    private static final Pattern PERSON_HEADER = Pattern.compile("환자\\s?(번호|id|명)|등록번호|차트번호|수진자|성명"
            + "|(patient|person|subject|participant|chart)[_ -]?(id|no|num|number|key|name)|\\bmrn\\b"
            + "|person_source_value");

    private static final Pattern PERSON_LINE = Pattern.compile("(?<!\\d)(?:01[016789][-. ]?\\d{3,4}[-. ]?\\d{4}"
            + "|\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\s*-\\s*[1-8][*xX●•]{2,})(?!\\d)");

    private PersonRows() {}

    /** Whether many lines of running text name a person each. */
    public static boolean isIn(String text) {
        return text.lines().filter(line -> PERSON_LINE.matcher(line).find()).count() >= MANY;
    }

    static boolean isIn(List<List<String>> table) {
        return columnIn(table).isPresent();
    }

    /** The first column that tells one person from another, from 0; empty where the table is no list of persons. */
    public static OptionalInt columnIn(List<List<String>> table) {
        int width = table.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, width)
                .filter(column -> isAboutPersons(table, column))
                .findFirst();
    }

    private static boolean isAboutPersons(List<List<String>> table, int column) {
        StringBuilder head = new StringBuilder();
        int values = 0;
        int phones = 0;
        int masked = 0;
        int dates = 0;
        int bareDates = 0;
        int numbers = 0;
        int firstYear = Integer.MAX_VALUE;
        int lastYear = 0;
        Set<String> different = new HashSet<>();
        for (int row = 0; row < table.size(); row++) {
            List<String> cells = table.get(row);
            String cell = column < cells.size() ? cells.get(column).strip() : "";
            if (row < HEADER_ROWS) {
                head.append(cell.toLowerCase(Locale.ROOT)).append('\n');
            }
            if (cell.isEmpty()) {
                continue;
            }
            values++;
            different.add(cell);
            phones += PHONE.matcher(cell).matches() ? 1 : 0;
            masked += MASKED_NUMBER.matcher(cell).matches() ? 1 : 0;
            numbers += RUNNING_NUMBER.matcher(cell).matches() ? 1 : 0;
            bareDates += BARE_DATE.matcher(cell).matches() ? 1 : 0;
            var date = DATE.matcher(cell);
            if (date.matches()) {
                dates++;
                firstYear = Math.min(firstYear, Integer.parseInt(date.group(1)));
                lastYear = Math.max(lastYear, Integer.parseInt(date.group(1)));
            }
        }
        boolean birthHeader = BIRTH_HEADER.matcher(head).find();
        boolean births = birthHeader || lastYear - firstYear >= BIRTH_SPREAD_YEARS;
        boolean people = PERSON_HEADER.matcher(head).find() && different.size() >= MANY;
        return isMost(phones, values)
                || isMost(masked, values)
                || (births && isMost(dates, values))
                || (birthHeader && isMost(bareDates, values))
                || (people && isMost(numbers, values));
    }

    private static boolean isMost(int alike, int values) {
        return alike >= MANY && alike * 10 >= values * OF_TEN;
    }
}
