package dari.provisioner.deidentify;

import dari.provisioner.BadInput;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.HierarchySpec;
import dari.provisioner.recipe.PrivacyModel;
import dari.provisioner.recipe.Treatment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Solves the privacy model over the person table and leaves the result in the engine: {@code labels(rid, q0, q1, …)} with
 * the published value of each quasi-identifier, and {@code released(person, class)}.
 *
 * @param suppressed persons left out
 * @param informationLoss mean loss over the cells of the quasi-identifiers, suppressed persons counting 1
 */
public record PersonSolution(long suppressed, double informationLoss) {

    static final String LABELS = "labels";

    /** Without quasi-identifiers everybody who is not withheld is released, in one class. */
    static PersonSolution everybody(DuckDb engine) {
        engine.execute("CREATE TABLE released AS SELECT person, 0 AS class FROM persons WHERE NOT heldout");
        return new PersonSolution(0, 0);
    }

    /** @throws BadInput when persons have several rows but could not be counted in the release */
    public static PersonSolution solve(DuckDb engine, PersonBase base, PrivacyModel model) {
        PlannedTable table = base.table();
        if (table == null || table.quasi().isEmpty()) {
            return everybody(engine);
        }
        Rows rows = Rows.read(engine, table, model);
        Recoding recoding = rows.rids.isEmpty()
                ? new Recoding(new int[0], List.of())
                : model.recoding() == PrivacyModel.Recoding.LOCAL
                        ? new LocalSolver(rows.quasi, model).solve()
                        : new GlobalSolver(rows.quasi, model).solve();
        Recoding whole = PersonSuppression.complete(rows.quasi, model, recoding);
        write(engine, rows, whole);
        long released = engine.number("SELECT count(*) FROM released");
        return new PersonSolution(
                base.persons() - base.heldOut() - released, whole.informationLoss(rows.quasi.hierarchies()));
    }

    private static void write(DuckDb engine, Rows rows, Recoding recoding) {
        int width = rows.quasi.attributes();
        StringBuilder columns = new StringBuilder("rid BIGINT");
        for (int a = 0; a < width; a++) {
            columns.append(", q").append(a).append(" VARCHAR");
        }
        engine.execute("CREATE TABLE " + LABELS + " (" + columns + ")");
        engine.execute("CREATE TABLE released (person VARCHAR, class INTEGER)");
        Map<List<String>, Integer> published = new HashMap<>();
        Map<String, List<Integer>> classesOf = new LinkedHashMap<>();
        engine.append(LABELS, appender -> {
            for (int row = 0; row < recoding.classOf().length; row++) {
                int found = recoding.classOf()[row];
                if (found == Recoding.SUPPRESSED) {
                    continue;
                }
                List<String> labels = new ArrayList<>();
                appender.beginRow();
                appender.append((long) rows.rids.get(row));
                for (int a = 0; a < width; a++) {
                    String label =
                            rows.quasi.hierarchies()[a].label(recoding.nodes().get(found)[a]);
                    labels.add(label);
                    if (label.isEmpty()) {
                        appender.appendNull();
                    } else {
                        appender.append(label);
                    }
                }
                appender.endRow();
                classesOf
                        .computeIfAbsent(rows.persons.get(row), p -> new ArrayList<>())
                        .add(published.computeIfAbsent(labels, l -> published.size()));
            }
        });
        Map<List<Integer>, Integer> combined = new HashMap<>();
        engine.append("released", appender -> {
            for (Map.Entry<String, List<Integer>> person : classesOf.entrySet()) {
                List<Integer> own =
                        person.getValue().stream().sorted().distinct().toList();
                appender.beginRow();
                appender.append(person.getKey());
                appender.append((int) combined.computeIfAbsent(own, c -> combined.size()));
                appender.endRow();
            }
        });
    }

    /** The rows that may be released, as text and as numbers. */
    private record Rows(List<Long> rids, List<String> persons, QuasiTable quasi) {

        static Rows read(DuckDb engine, PlannedTable table, PrivacyModel model) {
            List<PlannedTable.Column> quasi = table.quasi();
            String sensitive = model.l() != null
                    ? model.l().column()
                    : model.t() != null ? model.t().column() : null;
            List<String> wanted = new ArrayList<>(
                    quasi.stream().map(PlannedTable.Column::source).toList());
            if (sensitive != null) {
                wanted.add(table.column(sensitive).source());
            }
            List<Long> rids = new ArrayList<>();
            List<String> persons = new ArrayList<>();
            List<Numbering> values = wanted.stream().map(w -> new Numbering()).toList();
            engine.each(
                    "SELECT " + PersonBase.RID + ", " + PersonBase.PERSON + ", "
                            + wanted.stream()
                                    .map(c -> "coalesce(" + Sql.name(c) + ", '')")
                                    .collect(Collectors.joining(", "))
                            + " FROM base JOIN persons ON person = " + PersonBase.PERSON
                            + " WHERE NOT heldout ORDER BY "
                            + PersonBase.RID,
                    row -> {
                        rids.add(row.getLong(1));
                        persons.add(row.getString(2));
                        for (int i = 0; i < values.size(); i++) {
                            values.get(i).add(row.getString(i + 3));
                        }
                        return rids;
                    });
            Hierarchy[] hierarchies = new Hierarchy[quasi.size()];
            boolean[] fixed = new boolean[quasi.size()];
            int[][] leaves = new int[quasi.size()][];
            for (int a = 0; a < hierarchies.length; a++) {
                Treatment treatment = quasi.get(a).recipe().treatment();
                fixed[a] = !(treatment instanceof Treatment.ByModel);
                HierarchySpec spec =
                        treatment instanceof Treatment.ByModel byModel ? byModel.hierarchy() : HierarchySpec.FLAT;
                hierarchies[a] = Hierarchies.build(
                        spec,
                        values.get(a).names(),
                        table.name() + "." + quasi.get(a).name());
                leaves[a] = values.get(a).numbers(hierarchies[a]);
            }
            Numbering people = new Numbering();
            persons.forEach(people::add);
            boolean several = people.names().size() < persons.size();
            if (several && table.pseudonym().isEmpty()) {
                throw new BadInput(
                        table.recipe().where(),
                        "has several rows per person, whom nobody could count without their pseudonym",
                        "release the person key with do: pseudonym");
            }
            Numbering last = values.get(values.size() - 1);
            return new Rows(
                    rids,
                    persons,
                    new QuasiTable(
                            hierarchies,
                            fixed,
                            leaves,
                            several ? people.numbers() : null,
                            sensitive == null ? null : last.numbers(),
                            sensitive == null ? 0 : last.names().size()));
        }
    }
}
