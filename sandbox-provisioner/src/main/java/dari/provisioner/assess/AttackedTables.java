package dari.provisioner.assess;

import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.MemoryLimit;
import dari.provisioner.engine.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the three versions of the persons out of the engine, with the same numbers for the same texts. */
final class AttackedTables {

    /** A person's name in a map, numbers in lists before they are arranged by column, and classes. */
    private static final long BYTES_PER_PERSON = 320;

    private static final long BYTES_PER_COLUMN = 16;

    /** A set of a few codes for each event table. */
    private static final long BYTES_PER_EVENT_TABLE = 300;

    private final DuckDb engine;
    private final AttackPlan plan;
    private final MemoryLimit memory;
    private final List<Vocabulary> columns;
    private final Vocabulary secrets = new Vocabulary();
    private final List<Vocabulary> codes;

    AttackedTables(DuckDb engine, AttackPlan plan, MemoryLimit memory) {
        this.engine = engine;
        this.memory = memory;
        this.plan = plan;
        this.columns = plan.known().stream().map(c -> new Vocabulary()).toList();
        this.codes = plan.events().stream().map(e -> new Vocabulary()).toList();
    }

    List<Vocabulary> columns() {
        return columns;
    }

    Vocabulary codes(int event) {
        return codes.get(event);
    }

    /**
     * Where one version's tables are.
     *
     * @param relation table or query of a planned table's rows
     * @param person expression of the person in it
     * @param column name of a column in it; empty when that version does not have it
     * @param condition SQL that a person must meet, on the expression's value as {@code person}
     */
    record Version(
            Function<PlannedTable, String> relation,
            Function<PlannedTable, String> person,
            BiFunction<PlannedTable, PlannedTable.Column, Optional<String>> column,
            String condition) {}

    AttackedTable read(Version version) {
        PlannedTable persons = plan.persons();
        memory.require(
                "the assessment of table " + persons.name(),
                engine.number("SELECT count(*) FROM " + version.relation().apply(persons)),
                BYTES_PER_PERSON
                        + BYTES_PER_COLUMN * plan.known().size()
                        + BYTES_PER_EVENT_TABLE * plan.events().size());
        List<Optional<String>> known = plan.known().stream()
                .map(c -> version.column().apply(persons, c))
                .toList();
        PlannedTable.Column wanted = plan.secret();
        Optional<String> secret =
                wanted == null ? Optional.empty() : version.column().apply(persons, wanted);
        Map<String, Integer> numberOf = new HashMap<>();
        List<int[]> rows = new ArrayList<>();
        String selected = known.stream().map(AttackedTables::text).collect(Collectors.joining(", "));
        String positions = IntStream.rangeClosed(1, known.size() + 2)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        engine.each(
                "SELECT DISTINCT ON (person) person, " + selected + ", " + text(secret) + " FROM (SELECT "
                        + version.person().apply(persons) + " AS person, * FROM "
                        + version.relation().apply(persons)
                        + ") WHERE person IS NOT NULL AND " + version.condition() + " ORDER BY " + positions,
                row -> {
                    int[] values = new int[known.size() + 1];
                    for (int i = 0; i < known.size(); i++) {
                        values[i] = known.get(i).isEmpty()
                                ? AttackedTable.UNSEEN
                                : columns.get(i).number(row.getString(i + 2));
                    }
                    values[known.size()] = secrets.number(row.getString(known.size() + 2));
                    numberOf.put(row.getString(1), rows.size());
                    return rows.add(values);
                });
        int[][] byColumn = new int[known.size() + 1][rows.size()];
        for (int person = 0; person < rows.size(); person++) {
            for (int i = 0; i < byColumn.length; i++) {
                byColumn[i][person] = rows.get(person)[i];
            }
        }
        List<AttackedTable.Events> events = new ArrayList<>();
        for (int i = 0; i < plan.events().size(); i++) {
            events.add(events(version, plan.events().get(i), codes.get(i), numberOf));
        }
        return new AttackedTable(
                rows.size(),
                Arrays.copyOf(byColumn, known.size()),
                secret.isEmpty() ? null : byColumn[known.size()],
                events);
    }

    private AttackedTable.Events events(
            Version version, AttackPlan.EventTable event, Vocabulary vocabulary, Map<String, Integer> numberOf) {
        List<TreeSet<Integer>> sets = new ArrayList<>();
        numberOf.forEach((person, number) -> sets.add(new TreeSet<>()));
        int[] counts = new int[numberOf.size()];
        PlannedTable.Column code = event.code();
        Optional<String> column =
                code == null ? Optional.empty() : version.column().apply(event.table(), code);
        engine.each(
                "SELECT " + version.person().apply(event.table()) + " AS person, "
                        + column.map(c -> "CAST(" + Sql.name(c) + " AS VARCHAR)")
                                .orElse("NULL") + " AS code, count(*) FROM "
                        + version.relation().apply(event.table()) + " GROUP BY ALL ORDER BY ALL",
                row -> {
                    Integer person = numberOf.get(row.getString(1));
                    if (person != null) {
                        counts[person] += row.getInt(3);
                        String found = row.getString(2);
                        if (found != null) {
                            sets.get(person).add(vocabulary.number(found));
                        }
                    }
                    return counts;
                });
        int[][] ascending = sets.stream()
                .map(s -> s.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        return new AttackedTable.Events(ascending, counts);
    }

    private static String text(Optional<@Nullable String> column) {
        return column.map(c -> "coalesce(CAST(" + Sql.name(c) + " AS VARCHAR), '')")
                .orElse("''");
    }
}
