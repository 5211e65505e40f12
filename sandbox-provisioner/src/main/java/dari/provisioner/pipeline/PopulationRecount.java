package dari.provisioner.pipeline;

import dari.provisioner.deidentify.Hierarchies;
import dari.provisioner.deidentify.Hierarchy;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.PopulationFile;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.HierarchySpec;
import dari.provisioner.recipe.PrivacyModel;
import dari.provisioner.recipe.Treatment;
import dari.provisioner.release.Certificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts again how many persons of a population file fit each released class: everybody whose every value has the class's
 * label on its path through the hierarchy.
 */
final class PopulationRecount {

    private static final double SLACK = 1e-9;

    private final DuckDb engine;
    private final PlannedTable table;
    private final String rows;
    private final String persons;

    /**
     * @param rows relation of the released rows
     * @param persons expression that counts persons among them
     */
    PopulationRecount(DuckDb engine, PlannedTable table, String rows, String persons) {
        this.engine = engine;
        this.table = table;
        this.rows = rows;
        this.persons = persons;
    }

    List<Certificate.Condition> conditions(PrivacyModel model, Path file) {
        countFitting(file);
        List<Certificate.Condition> conditions = new ArrayList<>();
        PrivacyModel.KMap map = model.kMap();
        if (map != null && map.population() != null) {
            long least = engine.number("SELECT min(around) FROM recount_fitting");
            conditions.add(new Certificate.Condition("k-map", null, map.k(), least, least >= map.k()));
        }
        PrivacyModel.Presence presence = model.presence();
        if (presence != null) {
            double most = ratio("max");
            conditions.add(new Certificate.Condition(
                    "presence max", null, presence.max(), most, most <= presence.max() + SLACK));
        }
        if (presence != null && presence.min() > 0) {
            double least = engine.number("SELECT count(*) FROM recount_people p WHERE NOT EXISTS (SELECT 1 FROM"
                                    + " recount_pairs f WHERE f.person = p.number)")
                            > 0
                    ? 0
                    : ratio("min");
            conditions.add(new Certificate.Condition(
                    "presence min", null, presence.min(), least, least >= presence.min() - SLACK));
        }
        return conditions;
    }

    /** A class that nobody of the population fits has its persons' presence told for sure. */
    private double ratio(String aggregate) {
        return engine.list(
                        "SELECT " + aggregate + "(CASE WHEN around = 0 THEN 1e9 ELSE released / around END)"
                                + " FROM recount_fitting",
                        row -> row.getDouble(1))
                .get(0);
    }

    private void countFitting(Path file) {
        String population = PopulationFile.relation(engine, table, file);
        List<PlannedTable.Column> quasi = table.quasi();
        String values = quasi.stream().map(c -> text(c.name())).collect(Collectors.joining(", "));
        engine.execute("CREATE OR REPLACE TEMP TABLE recount_people AS SELECT row_number() OVER () AS number, * FROM ("
                + "SELECT " + values + ", count(*) AS weight FROM " + population + " GROUP BY ALL)");
        engine.execute("CREATE OR REPLACE TEMP TABLE recount_classes AS SELECT row_number() OVER () AS number, * FROM ("
                + "SELECT " + values + ", " + persons + " AS released FROM " + rows + " GROUP BY "
                + quasi.stream().map(c -> Sql.name(c.name())).collect(Collectors.joining(", ")) + ")");
        StringBuilder joins = new StringBuilder();
        List<String> fits = new ArrayList<>();
        for (int a = 0; a < quasi.size(); a++) {
            String column = Sql.name(quasi.get(a).name());
            writePaths(quasi.get(a), a);
            joins.append(" JOIN recount_paths_" + a + " l" + a + " ON l" + a + ".value = p." + column);
            fits.add("list_contains(l" + a + ".labels, c." + column + ")");
        }
        engine.execute("CREATE OR REPLACE TEMP TABLE recount_pairs AS SELECT p.number AS person, c.number AS class,"
                + " p.weight FROM recount_people p" + joins + ", recount_classes c WHERE "
                + String.join(" AND ", fits));
        engine.execute(
                "CREATE OR REPLACE TEMP TABLE recount_fitting AS SELECT c.number, any_value(c.released) AS released,"
                        + " coalesce(sum(f.weight), 0) AS around FROM recount_classes c LEFT JOIN recount_pairs f"
                        + " ON f.class = c.number GROUP BY c.number");
    }

    private static String text(String column) {
        return "coalesce(CAST(" + Sql.name(column) + " AS VARCHAR), '') AS " + Sql.name(column);
    }

    /** The labels under which each value of the population may be published. */
    private void writePaths(PlannedTable.Column column, int number) {
        Set<String> people = new LinkedHashSet<>(engine.list(
                "SELECT DISTINCT " + Sql.name(column.name()) + " FROM recount_people", row -> row.getString(1)));
        Set<String> all = new LinkedHashSet<>(people);
        all.addAll(engine.list(
                "SELECT DISTINCT coalesce(" + Sql.name(column.source()) + ", '') FROM "
                        + Sql.name(table.source().view()),
                row -> row.getString(1)));
        Treatment treatment = column.recipe().treatment();
        Hierarchy tree = Hierarchies.build(
                treatment instanceof Treatment.ByModel model ? model.hierarchy() : HierarchySpec.FLAT,
                all,
                table.name() + "." + column.name());
        String paths = "recount_paths_" + number;
        engine.execute("CREATE OR REPLACE TABLE " + paths + "_rows (value VARCHAR, label VARCHAR)");
        engine.append(paths + "_rows", appender -> {
            for (String value : people) {
                for (int level = 0; level < tree.levels(); level++) {
                    appender.beginRow();
                    appender.append(value);
                    appender.append(tree.label(tree.node(tree.leaf(value), level)));
                    appender.endRow();
                }
            }
        });
        engine.execute("CREATE OR REPLACE TABLE " + paths + " AS SELECT value, list(DISTINCT label) AS labels FROM "
                + paths + "_rows GROUP BY value");
    }
}
