package dari.provisioner.bench;

import dari.provisioner.BadInput;
import dari.provisioner.deidentify.Hierarchy;
import dari.provisioner.deidentify.QuasiTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A table of text columns read for the bench. */
final class BenchTable {

    private final Map<String, String[]> columns;

    private BenchTable(Map<String, String[]> columns) {
        this.columns = columns;
    }

    static BenchTable read(Path file, char delimiter) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = open(file);
                CSVParser parser = CSVParser.parse(reader, format)) {
            Map<String, List<String>> read = new HashMap<>();
            Map<String, String> seen = new HashMap<>();
            for (CSVRecord row : parser) {
                for (String name : parser.getHeaderNames()) {
                    String value = row.get(name);
                    read.computeIfAbsent(name, n -> new ArrayList<>())
                            .add(seen.computeIfAbsent(value, v -> v)); // equal texts once: most cells repeat
                }
            }
            Map<String, String[]> columns = new HashMap<>();
            read.forEach((name, values) -> columns.put(name, values.toArray(String[]::new)));
            return new BenchTable(columns);
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(file.toString(), "cannot be read as CSV", "give the file as it was published");
        }
    }

    private static Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8);
    }

    String[] column(String name) {
        String[] values = columns.get(name);
        if (values == null) {
            throw new BadInput("column " + name, "is not in the bench's table", "give the file as it was published");
        }
        return values;
    }

    /**
     * @param hierarchy makes a column's hierarchy from its different values
     * @param person column that names the person, or null when rows are persons
     * @param sensitive a sensitive column, or null
     */
    QuasiTable quasi(
            List<String> names,
            BiFunction<String, Collection<String>, Hierarchy> hierarchy,
            @Nullable String person,
            @Nullable String sensitive) {
        Hierarchy[] hierarchies = new Hierarchy[names.size()];
        int[][] leaves = new int[names.size()][];
        for (int a = 0; a < hierarchies.length; a++) {
            String[] values = column(names.get(a));
            Hierarchy tree = hierarchy.apply(names.get(a), new TreeSet<>(List.of(values)));
            hierarchies[a] = tree;
            leaves[a] = new int[values.length];
            for (int row = 0; row < values.length; row++) {
                leaves[a][row] = tree.leaf(values[row]);
            }
        }
        return new QuasiTable(
                hierarchies,
                new boolean[hierarchies.length],
                leaves,
                person == null ? null : numbers(column(person)),
                sensitive == null
                        ? new QuasiTable.Sensitive[0]
                        : new QuasiTable.Sensitive[] {
                            new QuasiTable.Sensitive(
                                    numbers(column(sensitive)), new TreeSet<>(List.of(column(sensitive))).size())
                        },
                null);
    }

    private static int[] numbers(String[] values) {
        Map<String, Integer> numberOf = new HashMap<>();
        int[] numbers = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            numbers[row] = numberOf.computeIfAbsent(values[row], v -> numberOf.size());
        }
        return numbers;
    }
}
