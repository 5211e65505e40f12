package dari.provisioner.spark;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every value once: whether each column keeps the form that its first rows suggest. Gives one row a task: the first
 * problem of a file, and a text with one sign per column, {@link #KEPT} or {@link #BROKEN}.
 */
final class SeenForms implements MapPartitionsFunction<Row, Row> {

    static final char KEPT = '1';
    static final char BROKEN = '0';

    private static final long serialVersionUID = 1L;
    private static final int DATE_LENGTH = 10;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    /** As the engine writes it: to the microsecond, without zeros at the end. */
    private static final Pattern TIME =
            Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{0,5}[1-9])?");

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What a column may be found to be. */
    enum Form {
        ANYTHING,
        INTEGER,
        DATE,
        TIMESTAMP,
        UUID,
        WORD
    }

    private final Form[] forms;
    private final Set<?>[] words;

    /**
     * @param forms by column
     * @param words by number of the column, of those that are {@link Form#WORD}
     */
    SeenForms(List<Form> forms, Map<Integer, Set<String>> words) {
        this.forms = forms.toArray(new Form[0]);
        this.words = new Set<?>[this.forms.length];
        words.forEach((column, known) -> this.words[column] = new java.util.HashSet<>(known));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        char[] seen = new char[forms.length];
        Arrays.fill(seen, KEPT);
        String problem = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (!row.isNullAt(forms.length)) {
                problem = row.getString(forms.length);
                continue;
            }
            for (int i = 0; i < forms.length; i++) {
                if (seen[i] == KEPT && !keeps(i, row.getString(i))) {
                    seen[i] = BROKEN;
                }
            }
        }
        return List.of(RowFactory.create(problem, new String(seen))).iterator();
    }

    private boolean keeps(int column, @Nullable String value) {
        if (value == null) {
            return true;
        }
        return switch (forms[column]) {
            case ANYTHING -> true;
            case INTEGER -> isInteger(value);
            case DATE -> isDate(value);
            case TIMESTAMP -> isTimestamp(value);
            case UUID -> UUID.matcher(value).matches();
            case WORD -> words[column].contains(value);
        };
    }

    private static boolean isInteger(String value) {
        try {
            return Long.toString(Long.parseLong(value)).equals(value);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(String value) {
        if (!DATE.matcher(value).matches()) {
            return false;
        }
        try {
            return LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTimestamp(String value) {
        return value.length() > DATE_LENGTH
                && value.charAt(DATE_LENGTH) == ' '
                && isDate(value.substring(0, DATE_LENGTH))
                && TIME.matcher(value.substring(DATE_LENGTH + 1)).matches();
    }
}
