package dari.provisioner.engine;

import dari.provisioner.BadInput;
import dari.provisioner.SurroundingsFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/** Rows of a CSV file in another charset than UTF-8. */
final class DecodedCsv {

    private DecodedCsv() {}

    /** @throws BadInput naming the line that does not fit the header or the charset */
    static void append(DuckDBAppender rows, Path file, CsvForm form) throws SQLException {
        try (CsvRows source = new CsvRows(
                file, form.charset(), form.delimiter(), form.columns().size())) {
            while (source.hasNext()) {
                rows.beginRow();
                for (String value : source.next()) {
                    if (value.isEmpty()) {
                        rows.appendNull();
                    } else {
                        rows.append(value);
                    }
                }
                rows.endRow();
            }
        } catch (IOException e) {
            throw new SurroundingsFailed("a source file could not be read", e);
        }
    }
}
