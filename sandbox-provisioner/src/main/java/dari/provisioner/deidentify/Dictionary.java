package dari.provisioner.deidentify;

import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.StoredColumn;
import dari.provisioner.engine.WordTypes;
import dari.provisioner.recipe.Treatment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each different value of a column becomes, as a table {@code (value, label)} of the engine: a hierarchy or a count is then
 * asked once per value and not once per row.
 *
 * @param table name of the table, quoted
 * @param type what the labels hold; null when only a look at every one can tell
 */
record Dictionary(String table, ColumnTypes.@Nullable Type type) {

    /** Different labels up to which the engine keeps them as numbers. */
    private static final int FEW = 1 << 16;

    /** Rows in which most frequent values already show themselves to be frequent. */
    private static final int FIRST_ROWS = 500_000;

    /**
     * Fills in the label of each value.
     *
     * @param where table and column, for errors
     */
    static void generalise(Map<String, String> labels, Treatment.Generalise treatment, String where) {
        Hierarchy hierarchy = Hierarchies.build(treatment.hierarchy(), labels.keySet(), where);
        int level = Math.min(treatment.level(), hierarchy.levels() - 1);
        labels.replaceAll((value, none) -> hierarchy.label(hierarchy.node(hierarchy.leaf(value), level)));
    }

    /** @param labels by value */
    static Dictionary of(DuckDb engine, String name, StoredColumn column, Map<String, String> labels) {
        String raw = name + "_raw";
        engine.execute("CREATE TEMP TABLE " + Sql.name(raw) + " (value VARCHAR, label VARCHAR)");
        engine.append(raw, appender -> {
            for (Map.Entry<String, String> entry : labels.entrySet()) {
                appender.beginRow();
                appender.append(entry.getKey());
                appender.append(entry.getValue());
                appender.endRow();
            }
        });
        return stored(engine, name, raw, column);
    }

    /**
     * Values that {@code least} persons have stay, others become {@code other}.
     *
     * @param rows relation with the column and the person
     * @param person expression of the person over {@code s}
     * @param people relation of the persons who are released, quoted
     */
    static Dictionary ofFrequent(
            DuckDb engine,
            String name,
            StoredColumn column,
            String rows,
            String person,
            String people,
            int least,
            String other) {
        String value = column.in("s");
        String frequent = Sql.name(name + "_frequent");
        String given = "SELECT " + value + " AS value, " + person + " AS person FROM " + rows + " s";
        String known = " WHERE " + value + " IS NOT NULL";
        String counted = " ON s.person = r.person GROUP BY 1 HAVING count(DISTINCT r.person) >= " + least;
        // counting different persons is dear: values that the first rows show to be frequent need no further count
        engine.execute("CREATE TEMP TABLE " + frequent + " AS SELECT s.value FROM "
                + joined(engine, people, "(" + given + known + " LIMIT " + FIRST_ROWS + ")") + counted);
        String rest = "(" + given + " ANTI JOIN " + frequent + " f ON f.value = " + value + known + ")";
        engine.execute("INSERT INTO " + frequent + " SELECT s.value FROM " + joined(engine, people, rest) + counted);
        String raw = name + "_raw";
        engine.execute("CREATE TEMP TABLE " + Sql.name(raw) + " AS SELECT " + column.textIn("s")
                + " AS value, CASE WHEN f.value"
                + " IS NULL THEN " + Sql.text(other) + " ELSE " + column.textIn("s")
                + " END AS label FROM (SELECT DISTINCT "
                + Sql.name(column.name()) + " FROM " + rows + " WHERE " + Sql.name(column.name())
                + " IS NOT NULL) s LEFT JOIN "
                + frequent + " f ON f.value = " + value);
        engine.execute("DROP TABLE " + frequent);
        return stored(engine, name, raw, column);
    }

    /** Persons and the rows of a query, the fewer of them on the right, which the engine holds in memory. */
    private static String joined(DuckDb engine, String people, String query) {
        boolean fewRows =
                engine.number("SELECT count(*) FROM " + query) <= engine.number("SELECT count(*) FROM " + people);
        return fewRows ? people + " r JOIN " + query + " s" : query + " s JOIN " + people + " r";
    }

    /**
     * The labels in their smallest form.
     *
     * @param raw table {@code (value, label)}, which is dropped
     */
    static Dictionary stored(DuckDb engine, String name, String raw, StoredColumn column) {
        String from = " FROM " + Sql.name(raw);
        boolean integers = engine.number(
                        "SELECT count(*)" + from
                                + " WHERE label IS NOT NULL AND CAST(TRY_CAST(label AS BIGINT) AS VARCHAR) IS DISTINCT FROM label")
                == 0;
        String form = "VARCHAR";
        ColumnTypes.Type type = null;
        if (integers) {
            form = "BIGINT";
            type = ColumnTypes.Type.INTEGER;
        } else if (engine.number("SELECT count(DISTINCT label)" + from) <= FEW) {
            List<String> words = engine.list(
                    "SELECT DISTINCT label" + from + " WHERE label IS NOT NULL ORDER BY 1", row -> row.getString(1));
            form = WordTypes.create(engine, name + "_words", words);
            type = WordTypes.typeOf(engine, words);
        }
        String table = Sql.name(name);
        engine.execute("CREATE TABLE " + table + " AS SELECT CAST(value AS " + column.sqlType()
                + ") AS value, CAST(label AS " + form + ") AS label" + from);
        engine.execute("DROP TABLE " + Sql.name(raw));
        return new Dictionary(table, type);
    }
}
