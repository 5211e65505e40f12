package dari.sandboxes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The first rows of a released table. */
record TableRows(List<String> columns, List<List<String>> rows) {

    private static final int SHOWN = 20;

    static TableRows read(Path csv) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
                CSVParser parser = format.parse(text)) {
            List<List<String>> rows = StreamSupport.stream(parser.spliterator(), false)
                    .limit(SHOWN)
                    .map(CSVRecord::toList)
                    .toList();
            return new TableRows(parser.getHeaderNames(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
