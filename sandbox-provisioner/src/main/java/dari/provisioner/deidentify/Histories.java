package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.StoredColumn;
import dari.provisioner.recipe.TableRecipe;
import java.util.stream.Collectors;

/**
 * Protects what the rows of one table say together about a person. Leaves in the engine {@code hist_TABLE}, the rows that stay,
 * in their stored forms, and the codes that are grouped, see {@link HistoryChoice#lost}. Rows never leave the engine.
 *
 * @param codes persons' different codes before
 * @param kept of those, how many stay
 */
public record Histories(long codes, long kept) {

    static String rows(PlannedTable table) {
        return Sql.name("hist_" + table.name());
    }

    static Histories protect(
            DuckDb engine, Keyed keyed, PersonBase base, PlannedTable table, TableRecipe.History history) {
        StoredColumn person = base.storedPerson(table);
        HistoryChoice choice = HistoryChoice.begin(engine, table, history, person);
        String left = history.alikeCounts() ? leaveRowsOut(engine, keyed, base, table, choice) : "";
        engine.execute("CREATE VIEW " + rows(table) + " AS SELECT s.* FROM " + base.rows(table) + " s SEMI JOIN "
                + choice.members() + " m ON m.person = " + person.in("s")
                + (left.isEmpty() ? "" : " ANTI JOIN " + left + " l ON l.row = s.rowid"));
        return choice.codes("SELECT " + person.in("s") + " AS person, s."
                + Sql.name(table.column(history.code()).source()) + " AS code FROM " + rows(table) + " s");
    }

    /** @return name of a table with the numbers of the rows that are left out so that numbers of rows are alike */
    private static String leaveRowsOut(
            DuckDb engine, Keyed keyed, PersonBase base, PlannedTable table, HistoryChoice choice) {
        String person = base.storedPerson(table).in("s");
        String quotas = choice.quotas(
                "SELECT " + person + " AS person, count(*) AS n FROM " + base.rows(table) + " s GROUP BY 1");
        String whole = table.read().stream()
                .map(c -> "coalesce(" + table.source().stored(c).textIn("s") + ", '')")
                .collect(Collectors.joining(" || chr(31) || "));
        String left = Sql.name("left_" + table.name());
        engine.execute("CREATE TABLE " + left
                + " AS SELECT row FROM (SELECT s.rowid AS row, q.rows, row_number() OVER (PARTITION BY q.person ORDER BY "
                + keyed.integer(HistoryChoice.rowsPurpose(table), whole) + ") AS n FROM "
                + base.rows(table) + " s JOIN (" + quotas + ") q ON q.person = " + person + ") WHERE n > rows");
        return left;
    }
}
