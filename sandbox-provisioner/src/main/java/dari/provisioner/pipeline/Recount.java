package dari.provisioner.pipeline;

import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.PrivacyModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts again, from the released file and by the plainest query, what the solver promised. Shares no code with it.
 *
 * @param k persons in the smallest class; 0 when nothing was released
 * @param diversity whether the l condition holds in every class; true when none is asked
 * @param closeness whether the t condition holds in every class; true when none is asked
 * @param persons persons released
 */
record Recount(int k, boolean diversity, boolean closeness, long persons) {

    private static final double SLACK = 1e-9;

    /** @param file the released person table, as Parquet */
    static Recount of(DuckDb engine, PlannedTable table, PrivacyModel model, Path file) {
        String rows = "read_parquet(" + Sql.text(file.toString()) + ")";
        Optional<String> key = table.pseudonym().map(c -> Sql.name(c.name()));
        String persons = key.map(k -> "count(DISTINCT " + k + ")").orElse("count(*)");
        long released = engine.number("SELECT " + persons + " FROM " + rows);
        if (table.quasi().isEmpty() || released == 0) {
            return new Recount(0, true, true, released);
        }
        String group = table.quasi().stream().map(c -> Sql.name(c.name())).collect(Collectors.joining(", "));
        long k = engine.number(
                "SELECT min(n) FROM (SELECT " + persons + " AS n FROM " + rows + " GROUP BY " + group + ")");
        return new Recount(
                Math.toIntExact(Math.min(k, Integer.MAX_VALUE)),
                diverse(engine, rows, group, table, model),
                close(engine, rows, group, table, model),
                released);
    }

    private static boolean diverse(DuckDb engine, String rows, String group, PlannedTable table, PrivacyModel model) {
        PrivacyModel.Diversity l = model.l();
        if (l == null) {
            return true;
        }
        String value = sensitive(table, l.column());
        if (!l.entropy()) {
            return engine.number("SELECT count(*) FROM (SELECT count(DISTINCT " + value + ") AS n FROM " + rows
                            + " GROUP BY " + group + ") WHERE n < " + l.value())
                    == 0;
        }
        List<Double> least = engine.list(
                "SELECT min(e) FROM (SELECT entropy(" + value + ") * ln(2) AS e FROM " + rows + " GROUP BY " + group
                        + ")",
                row -> row.getDouble(1));
        return least.get(0) >= Math.log(l.value()) - SLACK;
    }

    private static boolean close(DuckDb engine, String rows, String group, PlannedTable table, PrivacyModel model) {
        PrivacyModel.Closeness t = model.t();
        if (t == null) {
            return true;
        }
        String value = sensitive(table, t.column());
        List<Double> farthest = engine.list(
                "WITH r AS (SELECT dense_rank() OVER (ORDER BY " + group + ") AS c, " + value + " AS v FROM " + rows
                        + "), whole AS (SELECT v, count(*) / (SELECT count(*) FROM r) AS q FROM r GROUP BY v),"
                        + " sizes AS (SELECT c, count(*) AS n FROM r GROUP BY c),"
                        + " part AS (SELECT c, v, count(*) AS n FROM r GROUP BY c, v)"
                        + " SELECT max(d) FROM (SELECT s.c, sum(abs(coalesce(p.n, 0) / s.n - w.q)) / 2 AS d FROM sizes s"
                        + " CROSS JOIN whole w LEFT JOIN part p ON p.c = s.c AND p.v = w.v GROUP BY s.c)",
                row -> row.getDouble(1));
        return farthest.get(0) <= t.value() + SLACK;
    }

    private static String sensitive(PlannedTable table, String column) {
        return "coalesce(CAST(" + Sql.name(table.column(column).name()) + " AS VARCHAR), '')";
    }
}
