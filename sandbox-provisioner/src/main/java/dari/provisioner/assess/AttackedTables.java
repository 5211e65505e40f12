package dari.provisioner.assess;

import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.MemoryLimit;
import dari.provisioner.engine.Sql;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the three versions of the persons out of the engine, with the same numbers for the same texts. Persons and codes get
 * their numbers in the engine, so that neither names nor texts of events lie in the heap.
 */
final class AttackedTables {

    /** Classes while they are numbered. */
    private static final long BYTES_PER_PERSON = 100;

    /** Numbers and posting lists of a version, of the list of everybody and of the release. */
    private static final long BYTES_PER_COLUMN = 24;

    /** Of an event table, of which one is read at a time: the number of a code in each of the three versions. */
    private static final long BYTES_PER_CODE = 12;

    /** Persons whose rows are read at once: a whole result would lie in memory outside the engine's limit. */
    private static final int CHUNK = 50_000;

    private final DuckDb engine;
    private final AttackPlan plan;
    private final MemoryLimit memory;
    private final List<Vocabulary> columns;
    private final Vocabulary secrets = new Vocabulary();
    private int readings;

    AttackedTables(DuckDb engine, AttackPlan plan, MemoryLimit memory) {
        this.engine = engine;
        this.memory = memory;
        this.plan = plan;
        this.columns = plan.known().stream().map(c -> new Vocabulary()).toList();
    }

    List<Vocabulary> columns() {
        return columns;
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

    /**
     * A version that was read.
     *
     * @param numbers engine table (number, person)
     */
    record Reading(Version version, String numbers, AttackedTable table) {}

    Reading read(Version version) {
        PlannedTable persons = plan.persons();
        int width = plan.known().size();
        memory.require(
                "the assessment of table " + persons.name(),
                engine.number("SELECT count(*) FROM " + version.relation().apply(persons)),
                BYTES_PER_PERSON + BYTES_PER_COLUMN * width);
        List<Optional<String>> known = plan.known().stream()
                .map(c -> version.column().apply(persons, c))
                .toList();
        PlannedTable.Column wanted = plan.secret();
        Optional<String> secret =
                wanted == null ? Optional.empty() : version.column().apply(persons, wanted);
        String numbers = "attacked_" + readings++;
        numberPersons(version, numbers);
        String texts = numbers + "_texts";
        readTexts(version, known, secret, numbers, texts);
        int size = Math.toIntExact(engine.number("SELECT count(*) FROM " + numbers));
        int[][] values = new int[width + 1][size];
        int[] next = {0};
        for (int from = 0; from < size; from += CHUNK) {
            engine.each(
                    "SELECT * FROM " + texts + " WHERE number >= " + from + " AND number < " + ((long) from + CHUNK)
                            + " ORDER BY ALL",
                    row -> {
                        int person = row.getInt(1);
                        if (person < next[0]) {
                            return values; // of a person with several rows one counts
                        }
                        next[0] = person + 1;
                        for (int i = 0; i < width; i++) {
                            values[i][person] = known.get(i).isEmpty()
                                    ? AttackedTable.UNSEEN
                                    : columns.get(i).number(row.getString(i + 2));
                        }
                        values[width][person] = secrets.number(row.getString(width + 2));
                        return values;
                    });
        }
        engine.execute("DROP TABLE " + texts);
        return new Reading(
                version,
                numbers,
                new AttackedTable(size, Arrays.copyOf(values, width), secret.isEmpty() ? null : values[width]));
    }

    /** Without their columns, since what gives numbers in an order holds all rows in memory at once. */
    private void numberPersons(Version version, String numbers) {
        PlannedTable persons = plan.persons();
        engine.execute(
                "CREATE TEMP TABLE " + numbers + " AS SELECT CAST(row_number() OVER (ORDER BY person) - 1 AS INTEGER)"
                        + " AS number, person FROM (SELECT DISTINCT person FROM (SELECT "
                        + version.person().apply(persons) + " AS person FROM "
                        + version.relation().apply(persons) + ") WHERE person IS NOT NULL AND " + version.condition()
                        + ")");
    }

    /** Makes a table in order of the numbers, so that reading a part of it does not go over the whole. */
    private void readTexts(
            Version version, List<Optional<String>> known, Optional<String> secret, String numbers, String texts) {
        PlannedTable persons = plan.persons();
        StringBuilder selected = new StringBuilder();
        for (int i = 0; i < known.size(); i++) {
            selected.append(text(known.get(i))).append(" AS k").append(i).append(", ");
        }
        engine.execute("CREATE TEMP TABLE " + texts + " AS SELECT number, p.* EXCLUDE (person) FROM (SELECT "
                + version.person().apply(persons) + " AS person, " + selected + text(secret) + " AS secret FROM "
                + version.relation().apply(persons) + ") p JOIN " + numbers
                + " n ON n.person = p.person ORDER BY number");
    }

    /** @param vocabulary of the table's codes, shared by the versions */
    AttackedTable.Events events(Reading reading, AttackPlan.EventTable event, Vocabulary vocabulary) {
        String pairs = "attacked_events";
        Version version = reading.version();
        PlannedTable.Column code = event.code();
        Optional<String> column =
                code == null ? Optional.empty() : version.column().apply(event.table(), code);
        engine.execute("CREATE OR REPLACE TEMP TABLE " + pairs
                + " AS SELECT number, code, CAST(count(*) AS INTEGER) AS rows"
                + " FROM (SELECT " + version.person().apply(event.table()) + " AS person, "
                + column.map(c -> "CAST(" + Sql.name(c) + " AS VARCHAR)").orElse("CAST(NULL AS VARCHAR)")
                + " AS code FROM " + version.relation().apply(event.table()) + ") e JOIN " + reading.numbers()
                + " n ON n.person = e.person GROUP BY ALL");
        numberCodes(pairs, vocabulary);
        int persons = reading.table().persons();
        long size = engine.number("SELECT count(code) FROM " + pairs);
        memory.require("the assessment of table " + event.table().name(), size, BYTES_PER_CODE);
        int[] from = new int[persons + 1];
        int[] codes = new int[Math.toIntExact(size)];
        int[] counts = new int[persons];
        int[] at = {0};
        for (long chunk = 0; chunk < persons; chunk += CHUNK) {
            engine.each(
                    "SELECT number, coalesce(c.code_number, -1), rows FROM " + pairs
                            + " p LEFT JOIN attacked_codes c ON"
                            + " c.code = p.code WHERE number >= " + chunk + " AND number < " + (chunk + CHUNK)
                            + " ORDER BY 1, 2",
                    row -> {
                        int person = row.getInt(1);
                        counts[person] += row.getInt(3);
                        if (row.getInt(2) >= 0) {
                            codes[at[0]++] = row.getInt(2);
                        }
                        from[person + 1] = at[0];
                        return from;
                    });
        }
        for (int person = 1; person <= persons; person++) {
            from[person] = Math.max(from[person], from[person - 1]); // a person without any row
        }
        engine.execute("DROP TABLE " + pairs);
        return new AttackedTable.Events(from, codes, counts);
    }

    private void numberCodes(String pairs, Vocabulary vocabulary) {
        List<String> found = engine.list(
                "SELECT DISTINCT code FROM " + pairs + " WHERE code IS NOT NULL ORDER BY 1", row -> row.getString(1));
        engine.execute("CREATE OR REPLACE TABLE attacked_codes (code VARCHAR, code_number INTEGER)");
        engine.append("attacked_codes", rows -> {
            for (String code : found) {
                rows.beginRow();
                rows.append(code);
                rows.append(vocabulary.number(code));
                rows.endRow();
            }
        });
    }

    private static String text(Optional<@Nullable String> column) {
        return column.map(c -> "coalesce(CAST(" + Sql.name(c) + " AS VARCHAR), '')")
                .orElse("''");
    }
}
