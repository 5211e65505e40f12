package dari.provisioner.assess;

import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.recipe.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is attacked, read from the recipe: which columns are known, which one is the secret, and which tables hold events of
 * the persons.
 *
 * @param known columns of the person table the attacker knows
 * @param secret column the attacker guesses, or null
 * @param events tables with rows about the persons, with the column of their codes
 */
record AttackPlan(
        PlannedTable persons,
        List<PlannedTable.Column> known,
        PlannedTable.@Nullable Column secret,
        List<EventTable> events,
        int knownCodes) {

    /**
     * @param code column of the codes, or null when only rows are counted
     * @param other what a grouped code became, or null when codes are not grouped
     */
    record EventTable(
            PlannedTable table,
            PlannedTable.@Nullable Column code,
            @Nullable String other) {}

    /** Empty when the recipe names neither quasi-identifiers nor known columns: then there is nothing to attack with. */
    static Optional<AttackPlan> of(Recipe recipe, List<PlannedTable> tables) {
        PlannedTable persons = tables.stream()
                .filter(t -> t.name().equals(recipe.personTable()))
                .findFirst()
                .orElse(tables.get(0));
        List<PlannedTable.Column> known = recipe.attack().known().isEmpty()
                ? persons.quasi()
                : recipe.attack().known().stream().map(persons::column).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String secret = recipe.attack().secret();
        List<EventTable> events = new ArrayList<>();
        for (PlannedTable table : tables) {
            boolean joins = table.pseudonym().isPresent() && persons.pseudonym().isPresent();
            if (!table.equals(persons) && joins) {
                events.add(eventTable(table));
            }
        }
        return Optional.of(new AttackPlan(
                persons,
                known,
                secret == null ? null : persons.column(secret),
                events,
                recipe.attack().events()));
    }

    private static EventTable eventTable(PlannedTable table) {
        TableRecipe.History history = table.recipe().history();
        if (history != null) {
            return new EventTable(table, table.column(history.code()), history.other());
        }
        for (PlannedTable.Column column : table.columns()) {
            if (column.recipe().treatment() instanceof Treatment.GroupRare rare) {
                return new EventTable(table, column, rare.other());
            }
        }
        return new EventTable(table, null, null);
    }
}
