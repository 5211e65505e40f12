package dari.provisioner.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Made-up rows of one table.
 *
 * @param rows one value per column, in the columns' order; null where the row has none
 */
public record SampleTable(String name, List<String> columns, List<List<@Nullable String>> rows) {

    public SampleTable {
        columns = List.copyOf(columns);
        // List.copyOf refuses the nulls that stand for missing values
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
    }

    /** As a CSV file with a header line; a missing value is an empty field. */
    public String csv() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
            csv.printRecord(columns);
            csv.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }
}
