package dari.provisioner.pipeline;

import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.SampledPopulation;
import dari.provisioner.deidentify.ValueOrder;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.PrivacyModel;
import dari.provisioner.release.Certificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts again, from the released file and by the plainest query, what the solver promised. Shares no code with it.
 *
 * @param k persons in the smallest class; 0 when nothing was released
 * @param persons persons released
 * @param conditions every other condition of the model with what was measured
 * @param classes how many classes there are and how large, or null without quasi-identifiers
 */
record Recount(
        int k,
        long persons,
        List<Certificate.Condition> conditions,
        Certificate.@org.jspecify.annotations.Nullable Classes classes) {

    private static final double SLACK = 1e-9;

    Recount {
        conditions = List.copyOf(conditions);
    }

    boolean holds() {
        return conditions.stream().allMatch(Certificate.Condition::holds);
    }

    /** Nothing is asked, so only the persons are known. */
    static Recount ofPersons(long persons) {
        return new Recount(0, persons, List.of(), null);
    }

    /**
     * @param file the released person table, as Parquet
     * @param toRelease persons who were to be released, suppressed ones included
     */
    static Recount of(DuckDb engine, PlannedTable table, PrivacyModel model, Path file, long toRelease) {
        return new Counting(engine, table, file).recount(model, toRelease);
    }

    private static final class Counting {

        private final DuckDb engine;
        private final PlannedTable table;
        private final String rows;
        private final String persons;
        private final String group;

        Counting(DuckDb engine, PlannedTable table, Path file) {
            this.engine = engine;
            this.table = table;
            this.rows = "read_parquet(" + Sql.text(file.toString()) + ")";
            Optional<String> key = table.pseudonym().map(c -> Sql.name(c.name()));
            this.persons = key.map(k -> "count(DISTINCT " + k + ")").orElse("count(*)");
            this.group = table.quasi().stream().map(c -> Sql.name(c.name())).collect(Collectors.joining(", "));
        }

        Recount recount(PrivacyModel model, long toRelease) {
            long released = engine.number("SELECT " + persons + " FROM " + rows);
            if (table.quasi().isEmpty() || released == 0) {
                return ofPersons(released);
            }
            long k = engine.number(
                    "SELECT min(n) FROM (SELECT " + persons + " AS n FROM " + rows + " GROUP BY " + group + ")");
            List<Certificate.Condition> conditions = new ArrayList<>();
            for (PrivacyModel.Diversity l : model.l()) {
                conditions.add(l.entropy() ? entropy(l) : distinct(l));
            }
            for (PrivacyModel.Closeness t : model.t()) {
                conditions.add(t.distance() == PrivacyModel.Distance.EQUAL ? equal(t) : ordered(t));
            }
            PrivacyModel.KMap map = model.kMap();
            if (map != null && map.population() == null) {
                int least = SampledPopulation.leastInSample(map, toRelease);
                conditions.add(new Certificate.Condition("k-map, sampled population", null, least, k, k >= least));
            }
            Path population = model.populationFile();
            if (population != null) {
                conditions.addAll(new PopulationRecount(engine, table, rows, persons).conditions(model, population));
            }
            return new Recount(Math.toIntExact(Math.min(k, Integer.MAX_VALUE)), released, conditions, classes());
        }

        private Certificate.Classes classes() {
            return engine.list(
                            "SELECT count(*), avg(n), sum(n * n) FROM (SELECT count(*) AS n FROM " + rows + " GROUP BY "
                                    + group + ")",
                            row -> new Certificate.Classes(row.getLong(1), row.getDouble(2), row.getDouble(3)))
                    .get(0);
        }

        private Certificate.Condition distinct(PrivacyModel.Diversity l) {
            long least = engine.number("SELECT min(n) FROM (SELECT count(DISTINCT " + sensitive(l.column())
                    + ") AS n FROM " + rows + " GROUP BY " + group + ")");
            return new Certificate.Condition("distinct l", l.column(), l.value(), least, least >= l.value());
        }

        /** Measured as the number of equally frequent values with the same entropy. */
        private Certificate.Condition entropy(PrivacyModel.Diversity l) {
            double least = engine.list(
                            "SELECT min(e) FROM (SELECT entropy(" + sensitive(l.column()) + ") * ln(2) AS e FROM "
                                    + rows + " GROUP BY " + group + ")",
                            row -> row.getDouble(1))
                    .get(0);
            return new Certificate.Condition(
                    "entropy l", l.column(), l.value(), Math.exp(least), least >= Math.log(l.value()) - SLACK);
        }

        private Certificate.Condition equal(PrivacyModel.Closeness t) {
            double farthest = farthest(t, "0", "sum(abs(d)) / 2");
            return new Certificate.Condition("equal t", t.column(), t.value(), farthest, farthest <= t.value() + SLACK);
        }

        private Certificate.Condition ordered(PrivacyModel.Closeness t) {
            String value = sensitive(t.column());
            List<String> values = engine.list("SELECT DISTINCT " + value + " FROM " + rows, row -> row.getString(1));
            List<String> ascending = ValueOrder.sorted(
                    t.order(), values, table.column(t.column()).recipe().where());
            String list = ascending.stream().map(Sql::text).collect(Collectors.joining(", "));
            double farthest = farthest(
                    t, "list_position([" + list + "], v)", "sum(abs(carried)) / " + Math.max(1, ascending.size() - 1));
            return new Certificate.Condition(
                    "ordered t", t.column(), t.value(), farthest, farthest <= t.value() + SLACK);
        }

        /**
         * @param order of the values
         * @param distance over a class, of d, the difference of a value's shares, or of carried, their sum up to the value
         */
        private double farthest(PrivacyModel.Closeness t, String order, String distance) {
            return engine.list(
                            "WITH r AS (SELECT dense_rank() OVER (ORDER BY " + group + ") AS c, "
                                    + sensitive(t.column())
                                    + " AS v FROM " + rows
                                    + "), whole AS (SELECT v, count(*) / (SELECT count(*) FROM r) AS q, " + order
                                    + " AS o FROM r GROUP BY v),"
                                    + " sizes AS (SELECT c, count(*) AS n FROM r GROUP BY c),"
                                    + " part AS (SELECT c, v, count(*) AS n FROM r GROUP BY c, v),"
                                    + " difference AS (SELECT s.c, w.o, coalesce(p.n, 0) / s.n - w.q AS d FROM sizes s"
                                    + " CROSS JOIN whole w LEFT JOIN part p ON p.c = s.c AND p.v = w.v),"
                                    + " summed AS (SELECT c, d, sum(d) OVER (PARTITION BY c ORDER BY o) AS carried"
                                    + " FROM difference)"
                                    + " SELECT max(x) FROM (SELECT " + distance + " AS x FROM summed GROUP BY c)",
                            row -> row.getDouble(1))
                    .get(0);
        }

        private String sensitive(String column) {
            return "coalesce(CAST(" + Sql.name(table.column(column).name()) + " AS VARCHAR), '')";
        }
    }
}
