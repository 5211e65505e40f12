package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.StoredColumn;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.recipe.Treatment;

/**
 * Chooses which rows and which codes of a table's persons go, from how many rows and which codes each has; wherever those were
 * counted. Persons and codes are numbers while they are compared, and of the persons only one class at a time is in the heap.
 */
final class HistoryChoice {

    /** Persons whose codes are read at once. */
    private static final int CHUNK = 50_000;

    private final DuckDb engine;
    private final PlannedTable table;
    private final TableRecipe.History history;

    private HistoryChoice(DuckDb engine, PlannedTable table, TableRecipe.History history) {
        this.engine = engine;
        this.table = table;
        this.history = history;
    }

    /** @param person the form of persons in what the choice is told */
    static HistoryChoice begin(DuckDb engine, PlannedTable table, TableRecipe.History history, StoredColumn person) {
        HistoryChoice choice = new HistoryChoice(engine, table, history);
        // whom the form cannot spell has no row here, but is of a class whose persons' numbers of rows shall be alike
        String stored = "TRY_CAST(person AS " + person.sqlType() + ")";
        engine.execute("CREATE TABLE " + choice.members()
                + " AS SELECT CAST(row_number() OVER (ORDER BY class, released.person) - 1 AS INTEGER) AS member, class,"
                + " CASE WHEN CAST(" + stored + " AS VARCHAR) = person THEN " + stored
                + " END AS person FROM released");
        return choice;
    }

    /** What the key draws a person's rows for. */
    static String rowsPurpose(PlannedTable table) {
        return "rows:" + table.name();
    }

    /** Quoted name of the table {@code (person, code)} of the codes that persons lose, once they are chosen. */
    static String lost(PlannedTable table) {
        return Sql.name("lost_" + table.name());
    }

    /** Quoted name of the table {@code (member, class, person)} of everybody who is released. */
    String members() {
        return helper("members_");
    }

    private String helper(String prefix) {
        return Sql.name(prefix + table.name());
    }

    /**
     * How many rows a person may keep, so that any number of rows is shared by enough persons of a class.
     *
     * @param counted query for {@code person} and number of rows {@code n}; persons without rows may be missing
     * @return a query for {@code person} and {@code rows} of those who may not keep all
     */
    String quotas(String counted) {
        String counts = helper("counts_");
        engine.execute("CREATE TABLE " + counts + " AS SELECT m.member, m.class, CAST(coalesce(n, 0) AS INTEGER) AS n"
                + " FROM " + members() + " m LEFT JOIN (" + counted + ") c ON c.person = m.person");
        String quota = "quota_" + table.name();
        engine.execute("CREATE TABLE " + Sql.name(quota) + " (member INTEGER, rows INTEGER)");
        AlikeCounts alike = new AlikeCounts(engine, quota, history.minPersons());
        eachMember("SELECT member, class, n FROM " + counts, " ORDER BY member", alike::add);
        alike.finish();
        engine.execute("DROP TABLE " + counts);
        return "SELECT m.person, q.rows FROM " + Sql.name(quota) + " q JOIN " + members() + " m ON m.member = q.member";
    }

    /**
     * Leaves {@link #lost}.
     *
     * @param had query for {@code person} and {@code code} of the rows that stay
     */
    Histories codes(String had) {
        PlannedTable.Column code = table.column(history.code());
        String pairs = helper("pairs_");
        String numbers = helper("numbers_");
        engine.execute("CREATE TABLE " + numbers
                + " AS SELECT code, CAST(row_number() OVER (ORDER BY CAST(code AS VARCHAR)) - 1"
                + " AS INTEGER) AS number FROM (SELECT DISTINCT code FROM (" + had
                + ") WHERE code IS NOT NULL)");
        engine.execute("CREATE TABLE " + pairs + " AS SELECT DISTINCT m.member, m.class, c.number FROM (" + had
                + ") h JOIN " + members() + " m ON m.person = h.person JOIN " + numbers + " c ON c.code = h.code");
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
                + " g JOIN " + members() + " m ON m.member = g.member JOIN " + numbers + " c ON c.number = g.number");
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
        long all = engine.number("SELECT count(*) FROM " + members());
        for (long from = 0; from < all; from += CHUNK) {
            engine.each(
                    "SELECT * FROM (" + query + ") WHERE member >= " + from + " AND member < " + (from + CHUNK) + order,
                    row -> {
                        reader.add(row.getInt(1), row.getInt(2), row.getInt(3));
                        return reader;
                    });
        }
    }
}
