package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.MemoryLimit;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.HierarchySpec;
import dari.provisioner.recipe.PrivacyModel;
import dari.provisioner.recipe.RecipeProblem;
import dari.provisioner.recipe.Treatment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The person table's rows that may be released, as numbers.
 *
 * @param rids number of each row in {@code base}
 * @param target column that the utility model predicts, or null
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record PersonRows(long[] rids, QuasiTable quasi, QuasiTable.@Nullable Sensitive target) {

    /** A target with more values is no class to be predicted. */
    private static final int MOST_CLASSES = 50;

    /** Measured with the smallest heap in which the bench's tables are solved; the solver's copies included. */
    private static final long BYTES_PER_ROW = 160;

    private static final long BYTES_PER_CELL = 24;

    private static final String ROWS =
            " FROM base JOIN persons ON person = " + PersonBase.PERSON + " WHERE NOT heldout";

    /** @param predicted column that the utility model predicts, or null */
    static PersonRows read(
            DuckDb engine, PlannedTable table, PrivacyModel model, MemoryLimit memory, @Nullable String predicted) {
        List<PlannedTable.Column> quasi = table.quasi();
        List<String> sensitive = model.sensitive();
        long rows = engine.number("SELECT count(*)" + ROWS);
        memory.require(
                "the privacy model of table " + table.name(),
                rows,
                BYTES_PER_ROW + BYTES_PER_CELL * (quasi.size() + sensitive.size()));
        boolean several = engine.number("SELECT count(DISTINCT person)" + ROWS) < rows;
        if (several && table.pseudonym().isEmpty()) {
            throw RecipeProblem.ROWS_PER_PERSON.at(table.recipe().where());
        }
        List<String> wanted = Stream.of(
                        quasi.stream().map(PlannedTable.Column::source),
                        sensitive.stream().map(c -> table.column(c).source()),
                        Stream.ofNullable(predicted).map(c -> table.column(c).source()))
                .flatMap(names -> names)
                .toList();
        long[] rids = new long[Math.toIntExact(rows)];
        int[] persons = new int[several ? rids.length : 0];
        List<Numbering> values = wanted.stream().map(w -> new Numbering()).toList();
        int[] at = {0};
        engine.each(
                "SELECT " + PersonBase.RID + ", "
                        + (several ? "dense_rank() OVER (ORDER BY " + PersonBase.PERSON + ") - 1" : "0") + ", "
                        + texts(wanted) + ROWS + " ORDER BY " + PersonBase.RID,
                row -> {
                    rids[at[0]] = row.getLong(1);
                    if (several) {
                        persons[at[0]] = row.getInt(2);
                    }
                    for (int i = 0; i < values.size(); i++) {
                        values.get(i).add(row.getString(i + 3));
                    }
                    return at[0]++;
                });
        QuasiTable.Sensitive[] columns = new QuasiTable.Sensitive[sensitive.size()];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = sensitive(values.get(quasi.size() + j), table, sensitive.get(j), model);
        }
        Numbering last = values.get(values.size() - 1);
        boolean predicts = predicted != null && last.names().size() <= MOST_CLASSES;
        return new PersonRows(
                rids,
                quasi(engine, table, model, memory, values, several ? persons : new int[0], columns),
                predicts ? new QuasiTable.Sensitive(last.numbers(), last.names().size()) : null);
    }

    private static QuasiTable quasi(
            DuckDb engine,
            PlannedTable table,
            PrivacyModel model,
            MemoryLimit memory,
            List<Numbering> values,
            int[] persons,
            QuasiTable.Sensitive[] sensitive) {
        List<PlannedTable.Column> quasi = table.quasi();
        Path file = model.populationFile();
        List<Numbering> population = file == null ? List.of() : population(engine, table, file, memory);
        Hierarchy[] hierarchies = new Hierarchy[quasi.size()];
        boolean[] fixed = new boolean[hierarchies.length];
        int[][] leaves = new int[hierarchies.length][];
        int[][] around = new int[hierarchies.length][];
        for (int a = 0; a < hierarchies.length; a++) {
            Set<String> all = new LinkedHashSet<>(values.get(a).names());
            if (file != null) {
                all.addAll(population.get(a).names());
            }
            Treatment treatment = quasi.get(a).recipe().treatment();
            fixed[a] = !(treatment instanceof Treatment.ByModel);
            HierarchySpec spec =
                    treatment instanceof Treatment.ByModel byModel ? byModel.hierarchy() : HierarchySpec.FLAT;
            hierarchies[a] = Hierarchies.build(
                    spec, all, table.name() + "." + quasi.get(a).name());
            leaves[a] = values.get(a).numbers(hierarchies[a]);
            around[a] = file == null ? leaves[a] : population.get(a).numbers(hierarchies[a]);
        }
        return new QuasiTable(
                hierarchies,
                fixed,
                leaves,
                persons.length == 0 ? null : persons,
                sensitive,
                file == null ? null : around);
    }

    private static List<Numbering> population(DuckDb engine, PlannedTable table, Path file, MemoryLimit memory) {
        String relation = PopulationFile.relation(engine, table, file);
        List<String> names =
                table.quasi().stream().map(PlannedTable.Column::name).toList();
        memory.require(
                "the population of " + file.getFileName(),
                engine.number("SELECT count(*) FROM " + relation),
                BYTES_PER_CELL * names.size());
        List<Numbering> values = names.stream().map(n -> new Numbering()).toList();
        engine.each("SELECT " + texts(names) + " FROM " + relation, row -> {
            for (int a = 0; a < values.size(); a++) {
                values.get(a).add(row.getString(a + 1));
            }
            return values;
        });
        return values;
    }

    private static String texts(List<String> columns) {
        return columns.stream().map(c -> "coalesce(" + Sql.name(c) + ", '')").collect(Collectors.joining(", "));
    }

    private static QuasiTable.Sensitive sensitive(
            Numbering values, PlannedTable table, String column, PrivacyModel model) {
        List<String> names = values.names();
        int[] rank = new int[names.size()];
        Arrays.setAll(rank, i -> i);
        for (PrivacyModel.Closeness t : model.t()) {
            if (t.column().equals(column) && t.distance() == PrivacyModel.Distance.ORDERED) {
                List<String> ascending = new ArrayList<>(ValueOrder.sorted(
                        t.order(), names, table.column(column).recipe().where()));
                Arrays.setAll(rank, i -> ascending.indexOf(names.get(i)));
            }
        }
        int[] numbers = values.numbers();
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = rank[numbers[row]];
        }
        return new QuasiTable.Sensitive(numbers, rank.length);
    }
}
