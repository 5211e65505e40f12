package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.recipe.Treatment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Protects what the rows of one table say together about a person: leaves in the engine {@code hist_TABLE}, the rows that
 * stay, and {@code kept_TABLE(person, code)}, the codes that stay.
 *
 * @param codes persons' different codes before
 * @param kept of those, how many stay
 */
public record Histories(long codes, long kept) {

    static String rows(PlannedTable table) {
        return Sql.name("hist_" + table.name());
    }

    static String kept(PlannedTable table) {
        return Sql.name("kept_" + table.name());
    }

    static Histories protect(
            DuckDb engine, Keyed keyed, PersonBase base, PlannedTable table, TableRecipe.History history) {
        String person = base.person(table);
        engine.execute("CREATE TABLE " + rows(table) + " AS SELECT " + columns(base, table) + " FROM "
                + base.relation(table) + " s SEMI JOIN released r ON r.person = s." + person);
        if (history.alikeCounts()) {
            keepAlikeCounts(engine, keyed, base, table, history.minPersons());
        }
        PlannedTable.Column code = table.column(history.code());
        String codes = "SELECT DISTINCT r.class, r.person, s." + Sql.name(code.source()) + " AS code FROM "
                + rows(table) + " s JOIN released r ON r.person = s." + person + " WHERE code IS NOT NULL";
        if (code.recipe().treatment() instanceof Treatment.GroupRare rare) {
            codes = "SELECT * FROM (" + codes + ") QUALIFY count(*) OVER (PARTITION BY code) >= " + rare.minPersons();
        }
        engine.execute("CREATE TABLE " + kept(table) + " (person VARCHAR, code VARCHAR)");
        Grouping grouping = new Grouping(engine, table, history);
        engine.each(
                codes + " ORDER BY 1, 2, 3", row -> grouping.add(row.getInt(1), row.getString(2), row.getString(3)));
        grouping.finish();
        return new Histories(grouping.before, grouping.after);
    }

    private static void keepAlikeCounts(DuckDb engine, Keyed keyed, PersonBase base, PlannedTable table, int k) {
        List<String> persons = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        engine.each(
                "SELECT r.class, r.person, count(s." + base.person(table) + ") FROM released r LEFT JOIN " + rows(table)
                        + " s ON r.person = s." + base.person(table) + " GROUP BY ALL ORDER BY 1, 2",
                row -> {
                    persons.add(row.getString(2));
                    counts.add(row.getInt(3));
                    return classes.add(row.getInt(1));
                });
        String quota = "quota_" + table.name();
        engine.execute("CREATE TABLE " + Sql.name(quota) + " (person VARCHAR, rows INTEGER)");
        engine.append(quota, appender -> {
            int from = 0;
            for (int to = 1; to <= persons.size(); to++) {
                if (to == persons.size() || !classes.get(to).equals(classes.get(from))) {
                    int[] rows = CodeSets.alike(
                            counts.subList(from, to).stream()
                                    .mapToInt(Integer::intValue)
                                    .toArray(),
                            k);
                    for (int i = from; i < to; i++) {
                        appender.beginRow();
                        appender.append(persons.get(i));
                        appender.append(rows[i - from]);
                        appender.endRow();
                    }
                    from = to;
                }
            }
        });
        String whole = table.read().stream()
                .map(c -> "coalesce(s." + Sql.name(c) + ", '')")
                .collect(Collectors.joining(" || chr(31) || "));
        engine.execute("CREATE OR REPLACE TABLE " + rows(table) + " AS SELECT s.* FROM " + rows(table) + " s JOIN "
                + Sql.name(quota)
                + " q ON q.person = s." + base.person(table)
                + " QUALIFY row_number() OVER (PARTITION BY q.person ORDER BY "
                + keyed.integer("rows:" + table.name(), whole) + ") <= q.rows");
    }

    private static String columns(PersonBase base, PlannedTable table) {
        String read = table.read().stream().map(c -> "s." + Sql.name(c)).collect(Collectors.joining(", "));
        return base.isBase(table) ? "s." + PersonBase.RID + ", s." + PersonBase.PERSON + ", " + read : read;
    }

    /** Takes persons' codes class by class and writes what stays. */
    private static final class Grouping {

        private final DuckDb engine;
        private final String table;
        private final TableRecipe.History history;
        private final List<String> persons = new ArrayList<>();
        private final List<List<String>> codes = new ArrayList<>();
        private int current = -1;
        private long before;
        private long after;

        Grouping(DuckDb engine, PlannedTable table, TableRecipe.History history) {
            this.engine = engine;
            this.table = "kept_" + table.name();
            this.history = history;
        }

        boolean add(int found, String person, String code) {
            if (found != current) {
                finish();
                current = found;
            }
            if (persons.isEmpty() || !persons.get(persons.size() - 1).equals(person)) {
                persons.add(person);
                codes.add(new ArrayList<>());
            }
            return codes.get(codes.size() - 1).add(code);
        }

        void finish() {
            Numbering names = new Numbering();
            codes.forEach(list -> list.forEach(names::add));
            int[] flat = names.numbers();
            List<int[]> sets = new ArrayList<>();
            int at = 0;
            for (List<String> list : codes) {
                sets.add(Arrays.copyOfRange(flat, at, at + list.size()));
                at += list.size();
            }
            before += flat.length;
            List<int[]> kept = CodeSets.protect(sets, history.minPersons(), history.known());
            after += kept.stream().mapToInt(s -> s.length).sum();
            engine.append(table, appender -> {
                for (int i : IntStream.range(0, kept.size()).toArray()) {
                    for (int code : kept.get(i)) {
                        appender.beginRow();
                        appender.append(persons.get(i));
                        appender.append(names.names().get(code));
                        appender.endRow();
                    }
                }
            });
            persons.clear();
            codes.clear();
        }
    }
}
