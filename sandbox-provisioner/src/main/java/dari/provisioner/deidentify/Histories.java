package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.StoredColumn;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.recipe.Treatment;
import java.util.stream.Collectors;

/**
 * Protects what the rows of one table say together about a person. Leaves in the engine {@code hist_TABLE}, the rows that stay,
 * in their stored forms, and {@code lost_TABLE(person, code)}, the codes that are grouped. Persons and codes are numbers while
 * they are counted, rows never leave the engine, and of the persons only one class at a time is in the heap.
 *
 * @param codes persons' different codes before
 * @param kept of those, how many stay
 */
public record Histories(long codes, long kept) {

    /** Persons whose codes are read at once. */
    private static final int CHUNK = 50_000;

    static String rows(PlannedTable table) {
        return Sql.name("hist_" + table.name());
    }

    static String lost(PlannedTable table) {
        return Sql.name("lost_" + table.name());
    }

    static Histories protect(
            DuckDb engine, Keyed keyed, PersonBase base, PlannedTable table, TableRecipe.History history) {
        return new Work(engine, keyed, base, table, history).protect();
    }

    private static final class Work {

        private final DuckDb engine;
        private final Keyed keyed;
        private final PersonBase base;
        private final PlannedTable table;
        private final TableRecipe.History history;
        private final StoredColumn person;
        private final String members;

        Work(DuckDb engine, Keyed keyed, PersonBase base, PlannedTable table, TableRecipe.History history) {
            this.engine = engine;
            this.keyed = keyed;
            this.base = base;
            this.table = table;
            this.history = history;
            this.person = base.storedPerson(table);
            this.members = helper("members_");
        }

        private String helper(String prefix) {
            return Sql.name(prefix + table.name());
        }

        Histories protect() {
            String stored = "TRY_CAST(person AS " + person.sqlType() + ")";
            engine.execute(
                    "CREATE TABLE " + members + " AS SELECT CAST(row_number() OVER (ORDER BY class, person) - 1 AS"
                            + " INTEGER) AS member, class, " + stored + " AS person FROM released WHERE CAST(" + stored
                            + " AS VARCHAR) = person");
            String left = history.alikeCounts() ? leaveRowsOut() : "";
            engine.execute("CREATE VIEW " + rows(table) + " AS SELECT s.* FROM " + base.rows(table) + " s SEMI JOIN "
                    + members + " m ON m.person = " + person.in("s")
                    + (left.isEmpty() ? "" : " ANTI JOIN " + left + " l ON l.row = s.rowid"));
            return groupCodes();
        }

        /** @return name of a table with the numbers of the rows that are left out so that numbers of rows are alike */
        private String leaveRowsOut() {
            String counts = helper("counts_");
            engine.execute("CREATE TABLE " + counts
                    + " AS SELECT m.member, m.class, CAST(coalesce(n, 0) AS INTEGER) AS n"
                    + " FROM " + members + " m LEFT JOIN (SELECT " + person.in("s") + " AS person, count(*) AS n FROM "
                    + base.rows(table) + " s GROUP BY 1) c ON c.person = m.person");
            String quota = "quota_" + table.name();
            engine.execute("CREATE TABLE " + Sql.name(quota) + " (member INTEGER, rows INTEGER)");
            AlikeCounts alike = new AlikeCounts(engine, quota, history.minPersons());
            eachMember(
                    "SELECT member, class, n FROM " + counts,
                    " ORDER BY member",
                    (member, group, n) -> alike.add(member, group, n));
            alike.finish();
            String whole = table.read().stream()
                    .map(c -> "coalesce(" + stored(c).textIn("s") + ", '')")
                    .collect(Collectors.joining(" || chr(31) || "));
            String left = helper("left_");
            engine.execute("CREATE TABLE " + left
                    + " AS SELECT row FROM (SELECT s.rowid AS row, q.rows, row_number() OVER"
                    + " (PARTITION BY q.member ORDER BY " + keyed.integer("rows:" + table.name(), whole)
                    + ") AS n FROM "
                    + base.rows(table) + " s JOIN (SELECT m.person, q.* FROM " + Sql.name(quota) + " q JOIN " + members
                    + " m ON m.member = q.member) q ON q.person = " + person.in("s") + ") WHERE n > rows");
            engine.execute("DROP TABLE " + counts);
            return left;
        }

        private StoredColumn stored(String column) {
            return table.source().stored(column);
        }

        private Histories groupCodes() {
            PlannedTable.Column code = table.column(history.code());
            String name = Sql.name(code.source());
            String pairs = helper("pairs_");
            String numbers = helper("numbers_");
            engine.execute("CREATE TABLE " + numbers + " AS SELECT code, CAST(row_number() OVER (ORDER BY CAST(code AS"
                    + " VARCHAR)) - 1 AS INTEGER) AS number FROM (SELECT DISTINCT s." + name + " AS code FROM "
                    + rows(table) + " s WHERE code IS NOT NULL)");
            engine.execute(
                    "CREATE TABLE " + pairs + " AS SELECT DISTINCT m.member, m.class, c.number FROM " + rows(table)
                            + " s JOIN " + members + " m ON m.person = " + person.in("s") + " JOIN " + numbers
                            + " c ON c.code = s." + name);
            int least = code.recipe().treatment() instanceof Treatment.GroupRare rare ? rare.minPersons() : 1;
            String grouped = "grouped_numbers_" + table.name();
            engine.execute("CREATE TABLE " + Sql.name(grouped) + " (member INTEGER, number INTEGER)");
            engine.execute("INSERT INTO " + Sql.name(grouped) + " SELECT member, number FROM " + pairs + " SEMI JOIN"
                    + " (SELECT number FROM " + pairs + " GROUP BY 1 HAVING count(*) < " + least
                    + ") r USING (number)");
            GroupedCodes codes = new GroupedCodes(engine, grouped, history);
            eachMember(
                    "SELECT member, class, number FROM " + pairs + " SEMI JOIN (SELECT number FROM " + pairs
                            + " GROUP BY 1 HAVING count(*) >= " + least + ") f USING (number)",
                    " ORDER BY member, number",
                    codes::add);
            codes.finish();
            engine.execute("CREATE TABLE " + lost(table) + " AS SELECT m.person, c.code FROM " + Sql.name(grouped)
                    + " g JOIN " + members + " m ON m.member = g.member JOIN " + numbers + " c ON c.number = g.number");
            for (String helper : new String[] {pairs, numbers, Sql.name(grouped)}) {
                engine.execute("DROP TABLE " + helper);
            }
            return new Histories(codes.before(), codes.kept());
        }

        private interface Member {
            void add(int member, int group, int number);
        }

        /** In order of the members, some thousand of them at a time: a whole result would lie in memory outside the engine's limit. */
        private void eachMember(String query, String order, Member reader) {
            long all = engine.number("SELECT count(*) FROM " + members);
            for (long from = 0; from < all; from += CHUNK) {
                engine.each(
                        "SELECT * FROM (" + query + ") WHERE member >= " + from + " AND member < " + (from + CHUNK)
                                + order,
                        row -> {
                            reader.add(row.getInt(1), row.getInt(2), row.getInt(3));
                            return reader;
                        });
            }
        }
    }
}
