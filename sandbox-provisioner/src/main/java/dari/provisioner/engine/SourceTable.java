package dari.provisioner.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One table of a source directory, readable as a view of text columns.
 *
 * @param name file name without its ending
 * @param view name of the view in the engine
 * @param columns as the file spells them
 */
public record SourceTable(String name, String view, Path file, List<String> columns) {

    public SourceTable {
        columns = List.copyOf(columns);
    }

    /** @param column compared without case; the file's own spelling comes back */
    public Optional<String> column(String column) {
        return columns.stream().filter(c -> c.equalsIgnoreCase(column)).findFirst();
    }
}
