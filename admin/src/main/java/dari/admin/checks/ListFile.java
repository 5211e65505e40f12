package dari.admin.checks;

import java.io.IOException;
import java.io.InputStream;
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
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Reads a list that somebody else keeps: a CSV file with named columns. One wrong line, and nothing of it is taken. */
final class ListFile {

    static final int MOST_BYTES = 2_000_000;
    private static final int MOST_LINES = 20_000;

    /** Numbers and days are shorter; a file may hold anything. */
    private static final int MOST_OF_A_VALUE = 100;

    /** Problems beyond this are not listed: whoever sees so many has the wrong file. */
    private static final int MOST_PROBLEMS = 50;

    /** What Korean spreadsheets write where they do not write UTF-8. */
    private static final Charset KOREAN = Charset.forName("MS949");

    private ListFile() {}

    /** Either all rows, or what is wrong. */
    record Read<T>(List<T> rows, List<ImportResult.Problem> problems) {}

    /** What was sent, as far as it is looked at: of a file that is too large no more than shows that. */
    static byte[] bytes(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return new byte[0];
        }
        try (InputStream sent = file.getInputStream()) {
            return sent.readNBytes(MOST_BYTES + 1);
        }
    }

    /** One line, read column by column; what is wrong is noted on the way. */
    static final class Row {

        private final CSVRecord cells;
        private final long line;
        private final List<ImportResult.Problem> problems;

        private Row(CSVRecord cells, long line, List<ImportResult.Problem> problems) {
            this.cells = cells;
            this.line = line;
            this.problems = problems;
        }

        String text(String column, int most, boolean required) {
            String text = cells.isSet(column) ? cells.get(column).strip() : "";
            if (text.length() > most) {
                wrong("long", column);
                return ""; // nothing reads it further
            }
            if (required && text.isEmpty()) {
                wrong("missing", column);
            }
            return text;
        }

        <T> Optional<T> value(String column, Function<String, Optional<T>> reading, String problem) {
            Optional<T> value = reading.apply(text(column, MOST_OF_A_VALUE, false));
            if (value.isEmpty()) {
                wrong(problem, column);
            }
            return value;
        }

        void wrong(String key, String column) {
            problems.add(new ImportResult.Problem(line, key, column));
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
        List<ImportResult.Problem> problems = new ArrayList<>();
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get()
                .parse(new StringReader(text(file)))) {
            Map<String, Integer> present = parser.getHeaderMap();
            for (String column : columns) {
                if (!present.containsKey(column)) {
                    problems.add(new ImportResult.Problem(1, "noColumn", column));
                }
            }
            if (!problems.isEmpty()) {
                return new Read<>(List.of(), problems);
            }
            for (CSVRecord cells : parser) {
                long line = parser.getCurrentLineNumber();
                if (problems.size() >= MOST_PROBLEMS || rows.size() >= MOST_LINES) {
                    problems.add(new ImportResult.Problem(line, "more", ""));
                    break;
                }
                reading.apply(new Row(cells, line, problems)).ifPresent(rows::add);
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
        return new Read<>(List.of(), List.of(new ImportResult.Problem(0, key, column)));
    }

    /** @throws CharacterCodingException for bytes that are text in neither way: half a name is not kept */
    private static String text(byte[] file) throws CharacterCodingException {
        String text;
        try {
            text = decoded(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            text = decoded(file, KOREAN);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decoded(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    }
}
