package dari.provisioner.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One table of a source directory, readable as a view of text columns.
 *
 * @param name file name without its ending
 * @param view name of the view in the engine
 * @param columns as the file spells them
 * @param rows name of the relation behind the view: the view itself, or a copy in the engine in smaller forms
 * @param stored forms of the columns in {@code rows} that are not plain text, by column
 * @param leftOut rows of the files that the view does not have
 */
public record SourceTable(
        String name,
        String view,
        Path file,
        List<String> columns,
        String rows,
        Map<String, StoredColumn> stored,
        List<LeftOut> leftOut) {

    public SourceTable {
        columns = List.copyOf(columns);
        stored = Map.copyOf(stored);
        leftOut = List.copyOf(leftOut);
    }

    /** All rows of its files. */
    public SourceTable(
            String name, String view, Path file, List<String> columns, String rows, Map<String, StoredColumn> stored) {
        this(name, view, file, columns, rows, stored, List.of());
    }

    /** A table that is read from its file each time. */
    public SourceTable(String name, String view, Path file, List<String> columns) {
        this(name, view, file, columns, view, Map.of());
    }

    /** The same files, read through a view of this one that leaves out these rows, too. */
    public SourceTable without(List<LeftOut> rows, String through) {
        List<LeftOut> all = Stream.concat(leftOut.stream(), rows.stream()).toList();
        return new SourceTable(name, through, file, columns, through, Map.of(), all);
    }

    /** @param column compared without case; the file's own spelling comes back */
    public Optional<String> column(String column) {
        return columns.stream().filter(c -> c.equalsIgnoreCase(column)).findFirst();
    }

    /** How a column is kept in {@link #rows}. */
    public StoredColumn stored(String column) {
        return stored.getOrDefault(column, StoredColumn.text(column));
    }
}
