package dari.provisioner.deidentify;

import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.StoredColumn;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.recipe.Treatment;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is per person or per different value and not per row: it stays in the run's DuckDB also when a cluster holds the rows,
 * so that every engine decides alike. Takes tables that the engine has filled and gives tables that it reads.
 */
public final class SmallTables {

    private final DuckDb engine;

    public SmallTables(DuckDb engine) {
        this.engine = engine;
    }

    /**
     * @param query for value and label
     * @param type what the labels hold; null when only a look at every one can tell
     */
    public record Lookup(String query, ColumnTypes.@Nullable Type type) {}

    /** @param values quoted name of the table {@code (value)} of the column's different values */
    public Lookup generalised(
            PlannedTable table, PlannedTable.Column column, Treatment.Generalise treatment, String values) {
        Map<String, String> labels = new TreeMap<>();
        engine.each("SELECT value FROM " + values, row -> labels.put(row.getString(1), ""));
        Dictionary.generalise(labels, treatment, table.name() + "." + column.name());
        return lookup(Dictionary.of(engine, name("level", table, column), StoredColumn.text(column.name()), labels));
    }

    /** @param counted quoted name of the table {@code (value, persons)}: how many released persons have each value */
    public Lookup grouped(
            PlannedTable table, PlannedTable.Column column, Treatment.GroupRare treatment, String counted) {
        String name = name("grouped", table, column);
        String raw = name + "_raw";
        engine.execute("CREATE TEMP TABLE " + Sql.name(raw) + " AS SELECT value, CASE WHEN persons >= "
                + treatment.minPersons() + " THEN value ELSE " + Sql.text(treatment.other()) + " END AS label FROM "
                + counted);
        return lookup(Dictionary.stored(engine, name, raw, StoredColumn.text(column.name())));
    }

    /** Begins to protect a table's histories, of which persons and codes are told as text. */
    public Protection protecting(PlannedTable table, TableRecipe.History history) {
        return new Protection(HistoryChoice.begin(engine, table, history, StoredColumn.text("person")), table);
    }

    /** Which rows and codes of released persons go: first the rows, if any shall, then the codes of those that stay. */
    public static final class Protection {

        private final HistoryChoice choice;
        private final PlannedTable table;

        private Protection(HistoryChoice choice, PlannedTable table) {
            this.choice = choice;
            this.table = table;
        }

        /** What the key draws a person's rows for, where some are left out. */
        public String rowsPurpose() {
            return HistoryChoice.rowsPurpose(table);
        }

        /**
         * @param counts quoted name of the table {@code (person, n)} of numbers of rows; persons without rows may be missing
         * @return a query for person and number of rows of those who may not keep all
         */
        public String quotas(String counts) {
            return choice.quotas("SELECT person, n FROM " + counts);
        }

        /** @param codes quoted name of the table {@code (person, code)} of the rows that stay */
        public Histories codes(String codes) {
            return choice.codes("SELECT person, code FROM " + codes);
        }

        /** A query for person and code of the codes that persons lose. */
        public String lost() {
            return "SELECT person, code FROM " + HistoryChoice.lost(table);
        }
    }

    /** A query for person and class of those whose rows are released. */
    public String released() {
        return "SELECT person, class FROM released";
    }

    /** A query for everybody of the person tables, released or not. */
    public String everybody() {
        return "SELECT person FROM everybody";
    }

    /**
     * A query for the person table's rows as text: the person, the columns that are read and, where the model publishes some,
     * the labels of the quasi-identifiers, of the rows that it releases.
     */
    public String personRows(PersonBase base, PlannedTable table) {
        String columns = table.read().stream().map(c -> ", s." + Sql.name(c)).collect(Collectors.joining());
        String labels =
                IntStream.range(0, labels(table)).mapToObj(i -> ", g.q" + i).collect(Collectors.joining());
        String join = labels.isEmpty() ? "" : " JOIN " + PersonSolution.LABELS + " g ON g.rid = s." + PersonBase.RID;
        return "SELECT s." + PersonBase.PERSON + columns + labels + " FROM " + base.relation(table) + " s" + join;
    }

    /** How many labels come with each row of {@link #personRows}. */
    public static int labels(PlannedTable table) {
        boolean modelled = table.columns().stream().anyMatch(c -> c.recipe().treatment() instanceof Treatment.ByModel);
        return modelled ? table.quasi().size() : 0;
    }

    private static Lookup lookup(Dictionary dictionary) {
        return new Lookup(
                "SELECT CAST(value AS VARCHAR), CAST(label AS VARCHAR) FROM " + dictionary.table(), dictionary.type());
    }

    private static String name(String kind, PlannedTable table, PlannedTable.Column column) {
        return kind + "_" + table.name() + "_" + table.columns().indexOf(column);
    }
}
