package dari.provisioner.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the narrowest type that every value of a text column has. */
public final class ColumnTypes {

    private ColumnTypes() {}

    /** What a column of text holds. */
    public enum Type {
        INTEGER("integer", "BIGINT"),
        DECIMAL("decimal", "DOUBLE"),
        DATE("date", "DATE"),
        TIMESTAMP("timestamp", "TIMESTAMP"),
        TEXT("text", "VARCHAR");

        private final String word;
        private final String sql;

        Type(String word, String sql) {
            this.word = word;
            this.sql = sql;
        }

        /** As written in profile and dictionary. */
        public String word() {
            return word;
        }

        /** As the engine calls it. */
        public String sql() {
            return sql;
        }

        public boolean isNumber() {
            return this == INTEGER || this == DECIMAL;
        }

        public boolean isTime() {
            return this == DATE || this == TIMESTAMP;
        }
    }

    /** A code such as 01366 stays text: reading it as a number would lose its zero. */
    private static final String INTEGER = "-?(0|[1-9][0-9]{0,17})";

    private static final String DECIMAL = "-?(0|[1-9][0-9]{0,17})(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?";
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String TIMESTAMP = DATE + "[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?Z?";

    /** Rows that are looked at first, so that a large table is only tested for types that may be true of it. */
    private static final int SAMPLE = 10_000;

    private static final List<Type> NARROWEST_FIRST = List.of(Type.INTEGER, Type.DECIMAL, Type.DATE, Type.TIMESTAMP);

    /**
     * @param relation a table, view or parenthesised query whose columns are text
     * @return types by column; a column without any value is text
     */
    public static Map<String, Type> of(DuckDb engine, String relation, List<String> columns) {
        Map<String, List<Type>> all = new LinkedHashMap<>();
        columns.forEach(column -> all.put(column, NARROWEST_FIRST));
        Map<String, List<Type>> possible =
                fitting(engine, "(SELECT * FROM " + relation + " LIMIT " + SAMPLE + ")", all, true);
        Map<String, Type> types = new LinkedHashMap<>();
        fitting(engine, relation, possible, false)
                .forEach((column, fitting) -> types.put(column, fitting.isEmpty() ? Type.TEXT : fitting.get(0)));
        return types;
    }

    /**
     * @param candidates types to test, by column
     * @param orEmpty whether a column without values fits every type
     * @return those that every value has
     */
    private static Map<String, List<Type>> fitting(
            DuckDb engine, String relation, Map<String, List<Type>> candidates, boolean orEmpty) {
        List<String> tests = new ArrayList<>(List.of("0"));
        candidates.forEach((column, types) -> {
            tests.add("count(" + Sql.name(column) + ")");
            types.forEach(type -> tests.add(test(Sql.name(column), type)));
        });
        List<Long> counts = new ArrayList<>();
        engine.each("SELECT " + String.join(", ", tests) + " FROM " + relation, row -> {
            for (int i = 1; i <= tests.size(); i++) {
                counts.add(row.getLong(i));
            }
            return counts;
        });
        Map<String, List<Type>> fitting = new LinkedHashMap<>();
        int at = 1;
        for (Map.Entry<String, List<Type>> candidate : candidates.entrySet()) {
            long values = counts.get(at++);
            List<Type> fits = new ArrayList<>();
            for (Type type : candidate.getValue()) {
                if (counts.get(at++) == values && (values > 0 || orEmpty)) {
                    fits.add(type);
                }
            }
            fitting.put(candidate.getKey(), fits);
        }
        return fitting;
    }

    private static String test(String name, Type type) {
        return switch (type) {
            case INTEGER -> fits(name, INTEGER);
            case DECIMAL -> fits(name, DECIMAL);
            case DATE -> fitsTime(name, DATE);
            case TIMESTAMP -> fitsTime(name, TIMESTAMP);
            case TEXT -> throw new IllegalStateException("everything is text");
        };
    }

    private static String fits(String name, String pattern) {
        return "count(*) FILTER (regexp_full_match(" + name + ", " + Sql.text(pattern) + "))";
    }

    private static String fitsTime(String name, String pattern) {
        return "count(*) FILTER (regexp_full_match(" + name + ", " + Sql.text(pattern) + ") AND TRY_CAST(substr(" + name
                + ", 1, 10) AS DATE) IS NOT NULL)";
    }
}
