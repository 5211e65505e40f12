package dari.provisioner.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source table once, into the engine. Text is wide and slow to sort, to group and to spill, so each column takes the
 * smallest form that the first rows suggest; every value is checked on the way in, and a column that has one value which would
 * come back in another spelling is read again as the next form.
 */
public final class Loading {

    /** Rows that suggest the forms. */
    private static final int SAMPLE = 10_000;

    /** Different values of the sample up to which a column is worth a dictionary. */
    private static final int FEW = SAMPLE / 10;

    /** Different values of a dictionary at most: it lies in memory outside the engine's limit. */
    public static final int DICTIONARY = 1 << 16;

    private enum Form {
        INTEGER("BIGINT", ColumnTypes.Type.INTEGER),
        DATE("DATE", ColumnTypes.Type.DATE),
        TIMESTAMP("TIMESTAMP", ColumnTypes.Type.TIMESTAMP),
        UUID("UUID", ColumnTypes.Type.TEXT);

        private final String sqlType;
        private final ColumnTypes.Type type;

        Form(String sqlType, ColumnTypes.Type type) {
            this.sqlType = sqlType;
            this.type = type;
        }

        /** True for a text that the form gives back unchanged. */
        String keeps(String value) {
            return "CAST(TRY_CAST(" + value + " AS " + sqlType + ") AS VARCHAR) = " + value;
        }
    }

    private final DuckDb engine;
    private final SourceTable table;
    private final List<String> columns;
    private final List<String> dates;
    private final Map<String, StoredColumn> stored = new LinkedHashMap<>();
    private final Map<String, Set<String>> words = new LinkedHashMap<>();

    private Loading(DuckDb engine, SourceTable table, List<String> columns, List<String> dates) {
        this.engine = engine;
        this.table = table;
        this.columns = columns;
        this.dates = dates;
    }

    /**
     * @param columns that are read at all
     * @param dates of those, the ones of which the day is enough: what does not begin with an ISO date becomes missing
     * @return the same table as a view over a copy in the engine
     */
    public static SourceTable load(DuckDb engine, SourceTable table, List<String> columns, List<String> dates) {
        return new Loading(engine, table, columns, dates).load();
    }

    /**
     * What the first rows suggest, for an engine that reads the table itself.
     *
     * @param stored forms, by column
     * @param words of columns with few different ones, those of the first rows
     */
    public record Suggested(Map<String, StoredColumn> stored, Map<String, Set<String>> words) {
        public Suggested {
            stored = Map.copyOf(stored);
            words = Map.copyOf(words);
        }
    }

    /** The same guess as {@link #load} begins with. */
    public static Suggested suggest(DuckDb engine, SourceTable table, List<String> columns, List<String> dates) {
        Loading loading = new Loading(engine, table, columns, dates);
        loading.guessForms();
        return new Suggested(loading.stored, loading.words);
    }

    private SourceTable load() {
        guessForms();
        String copy = "loaded_" + table.view();
        boolean complete = false; // whether the dictionaries hold every value of the table
        OptionalInt refused = copy(copy);
        while (refused.isPresent()) {
            String column = columns.get(refused.getAsInt());
            if (words.containsKey(column) && !complete) {
                complete = true;
                collectWords();
            } else {
                forget(column);
            }
            refused = copy(copy);
        }
        String view = "text_" + table.view();
        engine.execute("CREATE VIEW " + Sql.name(view) + " AS SELECT "
                + columns.stream()
                        .map(c -> form(c).textIn("s") + " AS " + Sql.name(c))
                        .collect(Collectors.joining(", "))
                + " FROM " + Sql.name(copy) + " s");
        return new SourceTable(table.name(), view, table.file(), table.columns(), copy, stored);
    }

    private StoredColumn form(String column) {
        return stored.getOrDefault(column, StoredColumn.text(column));
    }

    private String sample() {
        return "(SELECT " + names() + " FROM " + Sql.name(table.view()) + " LIMIT " + SAMPLE + ")";
    }

    private String names() {
        return columns.stream().map(Sql::name).collect(Collectors.joining(", "));
    }

    private void guessForms() {
        String sample = "sample_" + table.view();
        engine.execute("CREATE TEMP TABLE " + Sql.name(sample) + " AS SELECT * FROM " + sample());
        Map<String, ColumnTypes.Type> types = ColumnTypes.of(engine, Sql.name(sample), columns);
        for (String column : columns) {
            if (dates.contains(column)) {
                stored.put(column, new StoredColumn(column, Form.DATE.sqlType, Form.DATE.type));
                continue;
            }
            String name = Sql.name(column);
            List<Long> counts = new ArrayList<>();
            StringBuilder tests = new StringBuilder("count(" + name + "), count(DISTINCT " + name + ")");
            for (Form form : Form.values()) {
                tests.append(", count(*) FILTER (").append(form.keeps(name)).append(")");
            }
            engine.each("SELECT " + tests + " FROM " + Sql.name(sample), row -> {
                for (int i = 1; i <= Form.values().length + 2; i++) {
                    counts.add(row.getLong(i));
                }
                return counts;
            });
            ColumnTypes.Type type = types.getOrDefault(column, ColumnTypes.Type.TEXT);
            guess(column, counts, type == ColumnTypes.Type.TEXT && counts.get(0) > 0 ? type : null);
            if (words.containsKey(column)) {
                words.put(
                        column,
                        new TreeSet<>(engine.list(
                                "SELECT DISTINCT " + name + " FROM " + Sql.name(sample) + " WHERE " + name
                                        + " IS NOT NULL",
                                row -> row.getString(1))));
            }
        }
        engine.execute("DROP TABLE " + Sql.name(sample));
    }

    private void guess(String column, List<Long> counts, ColumnTypes.@Nullable Type known) {
        long values = counts.get(0);
        stored.put(column, new StoredColumn(column, StoredColumn.TEXT, known));
        if (values == 0) {
            return;
        }
        int at = 2;
        for (Form form : Form.values()) {
            if (counts.get(at++) == values) {
                stored.put(column, new StoredColumn(column, form.sqlType, form.type));
                return;
            }
        }
        if (counts.get(1) <= FEW && values > FEW) {
            words.put(column, Set.of());
        }
    }

    /** All values of the dictionary columns; a column with too many, which would not fit into memory, is left as text. */
    private void collectWords() {
        String from = " FROM " + Sql.name(table.view());
        List<String> asked = List.copyOf(words.keySet());
        engine.each("SELECT " + each(asked, "approx_count_distinct(%s)") + from, row -> {
            for (int i = 0; i < asked.size(); i++) {
                if (row.getLong(i + 1) > DICTIONARY) {
                    forget(asked.get(i));
                }
            }
            return asked;
        });
        List<String> few = List.copyOf(words.keySet());
        if (few.isEmpty()) {
            return;
        }
        engine.each("SELECT " + each(few, "list(DISTINCT %s)") + from, row -> {
            for (int i = 0; i < few.size(); i++) {
                Set<String> found = new TreeSet<>();
                for (Object word : (Object[]) row.getArray(i + 1).getArray()) {
                    if (word != null) {
                        found.add(String.valueOf(word));
                    }
                }
                words.put(few.get(i), found);
            }
            return few;
        });
    }

    private static String each(List<String> columns, String aggregate) {
        return columns.stream().map(c -> aggregate.replace("%s", Sql.name(c))).collect(Collectors.joining(", "));
    }

    private void forget(String column) {
        words.remove(column);
        stored.put(column, StoredColumn.text(column));
    }

    /**
     * Each value is read once into its form, the form is written out again beside it, and a guard that is asked row by row
     * compares the two: a projection below a filter, since inside one expression the engine would read the value twice.
     *
     * @return the number of a column with a value that its form does not keep
     */
    private OptionalInt copy(String copy) {
        List<String> read = new ArrayList<>();
        List<String> checked = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            createWords(column, i);
            String value = Sql.name(column);
            String narrow = "n" + i;
            read.add(narrowed(column) + " AS " + narrow + ", " + value + " AS v" + i);
            named.add(narrow + " AS " + value);
            if (!dates.contains(column) && !form(column).isText()) {
                String lost = words.containsKey(column)
                        ? narrow + " IS NULL AND v" + i + " IS NOT NULL"
                        : "CAST(" + narrow + " AS VARCHAR) IS DISTINCT FROM v" + i;
                checked.add(" WHEN " + lost + " THEN CAST(" + DuckDb.guard(i) + " AS BOOLEAN)");
            }
        }
        engine.keepingInputOrder(false); // nothing depends on the order of the copy
        OptionalInt refused = engine.executeGuarded("CREATE OR REPLACE TABLE " + Sql.name(copy) + " AS SELECT "
                + String.join(", ", named) + " FROM (SELECT " + String.join(", ", read) + " FROM "
                + Sql.name(table.view()) + ")"
                + (checked.isEmpty() ? "" : " WHERE CASE" + String.join("", checked) + " ELSE true END"));
        engine.keepingInputOrder(true);
        return refused;
    }

    private void createWords(String column, int number) {
        Set<String> dictionary = words.get(column);
        if (dictionary != null) {
            String type = WordTypes.create(engine, "words_" + table.view() + "_" + number, dictionary);
            stored.put(column, new StoredColumn(column, type, WordTypes.typeOf(engine, dictionary)));
        }
    }

    private String narrowed(String column) {
        String value = Sql.name(column);
        if (dates.contains(column)) {
            return "TRY_CAST(substr(" + value + ", 1, 10) AS DATE)";
        }
        return form(column).isText()
                ? value
                : "TRY_CAST(" + value + " AS " + form(column).sqlType() + ")";
    }
}
