package dari.provisioner.spark;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers and dates as the engine in process does. Plain spellings are read here; about any other the same DuckDB is
 * asked, so that no spelling means something else on a cluster. Not thread-safe.
 */
final class EngineCasts implements AutoCloseable {

    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,15})?");
    private static final Pattern PLAIN_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int DATE_LENGTH = 10;

    /** Odd spellings remembered; a column of nothing else is forgotten and asked about again. */
    private static final int REMEMBERED = 10_000;

    private final Map<String, Optional<Double>> numbers = new HashMap<>();
    private final Map<String, Optional<Integer>> days = new HashMap<>();
    private @Nullable DuckDb engine;

    /** Null for what is no number. */
    @Nullable
    Double number(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (PLAIN_NUMBER.matcher(text).matches()) {
            return Double.valueOf(text);
        }
        return remembered(numbers, text, "TRY_CAST(" + Sql.text(text) + " AS DOUBLE)", row -> row.getDouble(1));
    }

    /** The day with which a text begins, as days since 1970-01-01; null when it begins with none. */
    @Nullable
    Integer day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String date = text.substring(
                0, text.offsetByCodePoints(0, Math.min(DATE_LENGTH, text.codePointCount(0, text.length()))));
        if (PLAIN_DATE.matcher(date).matches() && !date.startsWith("0000")) {
            try {
                return Math.toIntExact(LocalDate.parse(date).toEpochDay());
            } catch (DateTimeException e) { // no such day
                return null;
            }
        }
        return remembered(
                days, date, "TRY_CAST(" + Sql.text(date) + " AS DATE) - DATE '1970-01-01'", row -> row.getInt(1));
    }

    /** The same day as the engine writes it. */
    @Nullable
    String dayAsText(@Nullable String text) {
        Integer day = day(text);
        return day == null ? null : LocalDate.ofEpochDay(day).toString();
    }

    private <T> @Nullable T remembered(
            Map<String, Optional<T>> known, String text, String expression, DuckDb.RowReader<T> reader) {
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        Optional<T> value = known.get(text);
        if (value == null) {
            value = engine().list("SELECT " + expression, row -> {
                        T read = reader.read(row);
                        return row.wasNull() ? Optional.<T>empty() : Optional.of(read);
                    })
                    .get(0);
            known.put(text, value);
        }
        return value.orElse(null);
    }

    private DuckDb engine() {
        if (engine == null) {
            engine = DuckDb.open("64m", Path.of(System.getProperty("java.io.tmpdir")));
        }
        return engine;
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
