package dari.provisioner.samples;

import dari.provisioner.Sha256;
import dari.provisioner.profile.Profile;
import dari.provisioner.profile.Profile.ProposedRole;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows up from a profile alone, so that whoever thinks of applying sees the form of the data. Columns are drawn one
 * by one from the shown distributions, or from {@link PublicValues} where none is shown; what was too rare to be shown
 * does not occur. Keys fit each other and an end is never before its start; beyond that no relation between columns or
 * rows is real. The same profile gives the same rows: nothing here is secret, and nothing is drawn from patients.
 */
public final class SampleRows {

    /** Rows that one table may be asked for. */
    public static final int MOST_ROWS = 10_000;

    private static final Pattern START = Pattern.compile("start(?=$|_)");

    private final Profile profile;
    private final int rows;

    private SampleRows(Profile profile, int rows) {
        this.profile = profile;
        this.rows = rows;
    }

    /**
     * @param rows per table, 1 to {@link #MOST_ROWS}
     * @throws IllegalArgumentException when {@code rows} is outside
     */
    public static List<SampleTable> of(Profile profile, int rows) {
        if (rows < 1 || rows > MOST_ROWS) {
            throw new IllegalArgumentException("rows must be 1 to " + MOST_ROWS + ": " + rows);
        }
        SampleRows samples = new SampleRows(profile, rows);
        return profile.tables().stream().map(samples::table).toList();
    }

    private SampleTable table(Profile.Table table) {
        Map<String, @Nullable String[]> columns = new LinkedHashMap<>();
        for (Profile.Column column : table.columns()) {
            columns.put(lower(column.name()), values(table, column));
        }
        startBeforeEnd(columns);
        List<List<@Nullable String>> made = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int at = row;
            made.add(columns.values().stream().map(values -> values[at]).toList());
        }
        return new SampleTable(
                table.name(), table.columns().stream().map(Profile.Column::name).toList(), made);
    }

    private @Nullable String[] values(Profile.Table table, Profile.Column column) {
        SplittableRandom random = random(table.name() + "." + column.name());
        @Nullable String[] values = new @Nullable String[rows];
        boolean own = isOwnKey(table, column);
        Draw draw = own ? row -> key(column, row + 1) : draw(table, column, random);
        double missing = own ? 0 : missingShare(table, column);
        for (int row = 0; row < rows; row++) {
            values[row] = random.nextDouble() < missing ? null : draw.value(row);
        }
        return values;
    }

    private Draw draw(Profile.Table table, Profile.Column column, SplittableRandom random) {
        boolean person = table.personKey() != null && table.personKey().equalsIgnoreCase(column.name());
        if (person || column.role() == ProposedRole.KEY || refers(table, column)) {
            return row -> key(column, 1 + random.nextInt(rows));
        }
        if (column.role() == ProposedRole.IDENTIFIER) {
            return row -> "SAMPLE-" + (row + 1);
        }
        if (column.role() == ProposedRole.FREE_TEXT) {
            return row -> "(sample text, not from a patient)";
        }
        return DrawnValues.of(column, random);
    }

    private boolean isOwnKey(Profile.Table table, Profile.Column column) {
        String name = lower(column.name());
        boolean named = name.equals("id") || name.equals(lower(table.name()) + "_id");
        return named && !refers(table, column);
    }

    private static boolean refers(Profile.Table table, Profile.Column column) {
        return table.references().stream()
                .anyMatch(reference -> reference.column().equalsIgnoreCase(column.name()));
    }

    /** Keys look alike wherever they stand, so that a sample of one table joins with a sample of another. */
    private static String key(Profile.Column column, int number) {
        if (column.type().equals("text")) {
            return column.evidence().contains("shape:uuid")
                    ? String.format(Locale.ROOT, "00000000-0000-0000-0000-%012d", number)
                    : "S" + number;
        }
        return Integer.toString(number);
    }

    private static double missingShare(Profile.Table table, Profile.Column column) {
        Long rows = table.rows();
        Long missing = column.missing();
        return rows == null || rows == 0 || missing == null ? 0 : Math.min(1, missing / (double) rows);
    }

    private static void startBeforeEnd(Map<String, @Nullable String[]> columns) {
        columns.forEach((name, starts) -> {
            Matcher start = START.matcher(name);
            if (!start.find()) {
                return;
            }
            for (String word : List.of("end", "stop")) {
                @Nullable String[] ends = columns.get(start.replaceFirst(word));
                if (ends != null) {
                    swapWhereReversed(starts, ends);
                }
            }
        });
    }

    /** ISO dates compare as text. */
    private static void swapWhereReversed(@Nullable String[] starts, @Nullable String[] ends) {
        for (int row = 0; row < starts.length; row++) {
            String start = starts[row];
            String end = ends[row];
            if (start != null && end != null && end.compareTo(start) < 0) {
                starts[row] = end;
                ends[row] = start;
            }
        }
    }

    private static SplittableRandom random(String name) {
        String hash = Sha256.hex(lower(name).getBytes(StandardCharsets.UTF_8));
        return new SplittableRandom(Long.parseUnsignedLong(hash.substring(0, 16), 16));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** How a column's value comes about. */
    @FunctionalInterface
    interface Draw {
        /** @param row from 0 */
        @Nullable
        String value(int row);
    }
}
