package dari.exploration;

import dari.provisioner.release.Dictionary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with what can be looked at in it.
 *
 * @param person column that names the person; null where none does
 * @param columns those that have cells to show
 */
public record ExplorableTable(
        Dictionary.Table table, @Nullable String person, List<Dictionary.Column> columns) {

    public ExplorableTable {
        columns = List.copyOf(columns);
    }

    public String name() {
        return table.name();
    }

    /** Whether two of its columns can be held against each other. */
    public boolean hasPairs() {
        return columns.size() > 1;
    }
}
