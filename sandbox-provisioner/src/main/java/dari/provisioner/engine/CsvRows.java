package dari.provisioner.engine;

import dari.provisioner.BadInput;
import dari.provisioner.SourceProblem;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file after its header, read by Java: for files in another charset than UTF-8 and for readers that are no
 * table engine. Missing values are empty. Not thread-safe.
 */
public final class CsvRows implements Iterator<CSVRecord>, Closeable {

    private final Path file;
    private final Charset charset;
    private final int width;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long line = 1;
    private @Nullable CSVRecord next;

    /**
     * @param width columns of the header
     * @throws IOException when the file cannot be opened
     */
    public CsvRows(Path file, Charset charset, char delimiter, int width) throws IOException {
        this.file = file;
        this.charset = charset;
        this.width = width;
        this.parser = CsvForm.parser(file, charset, delimiter);
        this.records = parser.iterator();
        next = read(); // the header
        next = null;
    }

    /** @throws BadInput naming the line that does not fit the header or the charset */
    @Override
    public boolean hasNext() {
        while (next == null) {
            CSVRecord record = read();
            if (record == null) {
                return false;
            }
            if (record.size() == width) {
                next = record;
            } else if (record.size() > 1
                    || !record.get(0).isEmpty()) { // the table engine too passes over an empty line
                throw broken(line);
            }
        }
        return true;
    }

    @Override
    public CSVRecord next() {
        CSVRecord row = hasNext() ? next : null;
        next = null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        return row;
    }

    private @Nullable CSVRecord read() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord record = records.next();
            line = parser.getCurrentLineNumber();
            return record;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new BadInput(
                        SourceProblem.ENCODING,
                        file + ":" + (line + 1),
                        "is not " + charset.name() + " from there on",
                        "convert the file to UTF-8");
            }
            throw broken(line + 1);
        }
    }

    private BadInput broken(long at) {
        return new BadInput(
                SourceProblem.LINE,
                file + ":" + at,
                "does not have the header's columns or has broken quoting",
                "mend this line");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
