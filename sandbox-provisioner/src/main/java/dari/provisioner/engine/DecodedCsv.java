package dari.provisioner.engine;

import dari.provisioner.BadInput;
import dari.provisioner.SourceProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.duckdb.DuckDBAppender;

/** Rows of a CSV file in another charset than UTF-8. */
final class DecodedCsv {

    private DecodedCsv() {}

    /** @throws BadInput naming the line that does not fit the header or the charset */
    static void append(DuckDBAppender rows, Path file, CsvForm form) throws SQLException {
        long line = 1;
        try (CSVParser parser = CsvForm.parser(file, form.charset(), form.delimiter())) {
            for (CSVRecord row : parser) {
                line = parser.getCurrentLineNumber();
                if (row.getRecordNumber() == 1) {
                    continue;
                }
                if (row.size() != form.columns().size()) {
                    throw broken(file, line);
                }
                rows.beginRow();
                for (String value : row) {
                    if (value.isEmpty()) {
                        rows.appendNull();
                    } else {
                        rows.append(value);
                    }
                }
                rows.endRow();
            }
        } catch (IOException | UncheckedIOException e) {
            if (e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException) {
                throw new BadInput(
                        SourceProblem.ENCODING,
                        file + ":" + (line + 1),
                        "is not " + form.charset().name() + " from there on",
                        "convert the file to UTF-8");
            }
            throw broken(file, line + 1);
        }
    }

    private static BadInput broken(Path file, long line) {
        return new BadInput(
                SourceProblem.LINE,
                file + ":" + line,
                "does not have the header's columns or has broken quoting",
                "mend this line");
    }
}
