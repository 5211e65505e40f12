package dari.admin.checks;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a list that somebody else keeps: a CSV file with named columns. One wrong line, and nothing of it is taken. */
final class ListFile {

    static final int MOST_BYTES = 2_000_000;
    private static final int MOST_LINES = 20_000;

    /** Problems beyond this are not listed: whoever sees so many has the wrong file. */
    private static final int MOST_PROBLEMS = 50;

    /** What Korean spreadsheets write where they do not write UTF-8. */
    private static final Charset KOREAN = Charset.forName("MS949");

    private ListFile() {}

    /**
     * What is wrong with a line.
     *
     * @param line its number in the file, the heading is 1; 0 for the file as a whole
     * @param key message {@code checks.list.<key>}
     * @param column the column it is about; empty for the whole line
     */
    record Problem(long line, String key, String column) {}

    /** Either all rows, or what is wrong. */
    record Read<T>(List<T> rows, List<Problem> problems) {}

    /** One line, read column by column; what is wrong is noted on the way. */
    static final class Row {

        private final CSVRecord cells;
        private final List<Problem> problems;

        private Row(CSVRecord cells, List<Problem> problems) {
            this.cells = cells;
            this.problems = problems;
        }

        String text(String column, int most, boolean required) {
            String text = cells.isSet(column) ? cells.get(column).strip() : "";
            if (required && text.isEmpty()) {
                wrong("missing", column);
            } else if (text.length() > most) {
                wrong("long", column);
            }
            return text;
        }

        <T> Optional<T> value(String column, Function<String, Optional<T>> reading, String problem) {
            Optional<T> value = reading.apply(text(column, 1000, false));
            if (value.isEmpty()) {
                wrong(problem, column);
            }
            return value;
        }

        void wrong(String key, String column) {
            problems.add(new Problem(cells.getRecordNumber() + 1, key, column));
        }
    }

    /** @param reading makes a value of a row, or nothing when it noted what is wrong */
    static <T> Read<T> read(byte[] file, List<String> columns, Function<Row, Optional<T>> reading) {
        if (file.length == 0) {
            return refused("empty", "");
        }
        if (file.length > MOST_BYTES) {
            return refused("big", "");
        }
        List<T> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get()
                .parse(new StringReader(text(file)))) {
            Map<String, Integer> present = parser.getHeaderMap();
            for (String column : columns) {
                if (!present.containsKey(column)) {
                    problems.add(new Problem(1, "noColumn", column));
                }
            }
            if (!problems.isEmpty()) {
                return new Read<>(List.of(), problems);
            }
            for (CSVRecord cells : parser) {
                if (problems.size() >= MOST_PROBLEMS || rows.size() >= MOST_LINES) {
                    problems.add(new Problem(cells.getRecordNumber() + 1, "more", ""));
                    break;
                }
                reading.apply(new Row(cells, problems)).ifPresent(rows::add);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return refused("broken", "");
        }
        if (problems.isEmpty() && rows.isEmpty()) {
            return refused("empty", "");
        }
        return problems.isEmpty() ? new Read<>(rows, List.of()) : new Read<>(List.of(), problems);
    }

    private static <T> Read<T> refused(String key, String column) {
        return new Read<>(List.of(), List.of(new Problem(0, key, column)));
    }

    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, KOREAN);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
