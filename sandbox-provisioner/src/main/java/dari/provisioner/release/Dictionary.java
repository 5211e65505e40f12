package dari.provisioner.release;

import dari.provisioner.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data dictionary of a release ({@code dictionary.json}); every number in it is computed from the released tables.
 *
 * @param dictionary version of this shape, 1
 * @param standard for example {@code omop-5.3}, or null
 */
public record Dictionary(int dictionary, @Nullable String standard, List<Table> tables) {

    public Dictionary {
        tables = List.copyOf(tables);
    }

    /** @param rows rows released */
    public record Table(String name, @Nullable Words description, long rows, List<Column> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param type text, integer, decimal, date or timestamp
     * @param role as in the recipe: identifier, quasi, sensitive or other
     * @param treatment what was done to the column, in words
     * @param missing rows without a value; null when the number is above 0 and too small to show
     */
    public record Column(
            String name,
            String type,
            String role,
            Words treatment,
            @Nullable Words description,
            @Nullable Long missing,
            Distribution distribution) {}
}
