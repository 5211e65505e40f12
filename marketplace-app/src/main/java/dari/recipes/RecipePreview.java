package dari.recipes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe makes of rows that are invented from what the hospital shows of its data.
 *
 * @param missing tables and columns of the recipe that the profile does not show
 * @param synthetic whether rows were invented anew from those that went in, instead of treated
 * @param refused why nothing of it could be let go, in the reader's language; empty when the tables are there
 */
public record RecipePreview(List<Table> tables, List<String> missing, List<String> refused, boolean synthetic) {

    public RecipePreview {
        tables = List.copyOf(tables);
        missing = List.copyOf(missing);
        refused = List.copyOf(refused);
    }

    /** One table: first rows of what went in, and of what came out in an order of its own. */
    public record Table(String name, Rows before, Rows after) {}

    /** @param rows null where a row has no value */
    public record Rows(List<String> columns, List<List<@Nullable String>> rows) {}
}
