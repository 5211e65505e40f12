package dari.acceptance;

import dari.provisioner.Words;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.RecipeSummary;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Release;
import dari.sandboxes.SandboxView;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was agreed, column by column, beside what arrived. */
public record Comparison(List<Table> tables) {

    /** How a recipe says that a column does not come along. */
    private static final String DROPPED = "treatment.drop";

    /**
     * @param rows null where the table did not arrive
     * @param columns those of the recipe and what came beside them
     */
    public record Table(String name, @Nullable Long rows, List<Column> columns) {

        /** How many columns were to come. */
        public long agreed() {
            return columns.stream().filter(column -> !column.dropped()).count();
        }

        public long arrived() {
            return columns.stream().filter(Column::arrived).count();
        }
    }

    /**
     * @param treatment what the recipe says becomes of it; null where the recipe does not name it
     * @param share of the rows without a value, in percent; null where that is too small to show, or it did not arrive
     */
    public record Column(
            String name,
            @Nullable Words treatment,
            boolean arrived,
            @Nullable Long missing,
            @Nullable Double share) {

        /** Whether it was agreed to leave it out. */
        public boolean dropped() {
            return treatment != null && treatment.key().equals(DROPPED);
        }

        /** Whether it was to come, and did not. */
        public boolean missed() {
            return !arrived && !dropped();
        }
    }

    static Comparison of(SandboxView sandbox, Release release) {
        Map<String, Dictionary.Table> came = release.dictionary().tables().stream()
                .collect(Collectors.toMap(Dictionary.Table::name, Function.identity()));
        String recipe = sandbox.recipe();
        if (recipe == null) {
            return new Comparison(
                    came.values().stream().map(Comparison::asItCame).toList());
        }
        return new Comparison(Recipe.outline(recipe).summary().tables().stream()
                .map(table -> table(table, came.get(table.name())))
                .toList());
    }

    private static Table asItCame(Dictionary.Table table) {
        return new Table(
                table.name(),
                table.rows(),
                table.columns().stream()
                        .map(column -> arrived(column.name(), null, column, table.rows()))
                        .toList());
    }

    private static Table table(RecipeSummary.Table agreed, Dictionary.@Nullable Table came) {
        if (agreed.columns().isEmpty() && came != null) {
            return asItCame(came); // an invented table has the columns of its domain, which a text alone does not list
        }
        Map<String, Dictionary.Column> columns = came == null
                ? Map.of()
                : came.columns().stream().collect(Collectors.toMap(Dictionary.Column::name, Function.identity()));
        long rows = came == null ? 0 : came.rows();
        return new Table(
                agreed.name(),
                came == null ? null : rows,
                agreed.columns().stream()
                        .map(column -> arrived(column.name(), column.treatment(), columns.get(column.name()), rows))
                        .toList());
    }

    private static Column arrived(
            String name, @Nullable Words treatment, Dictionary.@Nullable Column column, long rows) {
        Long missing = column == null ? null : column.missing();
        return new Column(
                name, treatment, column != null, missing, missing == null || rows == 0 ? null : 100.0 * missing / rows);
    }
}
