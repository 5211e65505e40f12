package dari.provisioner.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the narrowest type that every value of a text column has, in one pass over the table. */
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

    /**
     * @param relation a table, view or parenthesised query whose columns are text
     * @return types by column; a column without any value is text
     */
    public static Map<String, Type> of(DuckDb engine, String relation, List<String> columns) {
        Map<String, Type> types = new LinkedHashMap<>();
        if (columns.isEmpty()) {
            return types;
        }
        String tests = columns.stream()
                .map(c -> {
                    String name = Sql.name(c);
                    return "count(" + name + "), " + fits(name, INTEGER) + ", " + fits(name, DECIMAL) + ", "
                            + fitsTime(name, DATE) + ", " + fitsTime(name, TIMESTAMP);
                })
                .collect(Collectors.joining(", "));
        List<Long> counts = new ArrayList<>();
        engine.each("SELECT " + tests + " FROM " + relation, row -> {
            for (int i = 1; i <= columns.size() * 5; i++) {
                counts.add(row.getLong(i));
            }
            return counts;
        });
        Type[] inOrder = {Type.INTEGER, Type.DECIMAL, Type.DATE, Type.TIMESTAMP};
        for (int c = 0; c < columns.size(); c++) {
            long values = counts.get(c * 5);
            Type type = Type.TEXT;
            for (int t = inOrder.length - 1; t >= 0 && values > 0; t--) {
                if (counts.get(c * 5 + 1 + t) == values) {
                    type = inOrder[t];
                }
            }
            types.put(columns.get(c), type);
        }
        return types;
    }

    private static String fits(String name, String pattern) {
        return "count(*) FILTER (regexp_full_match(" + name + ", " + Sql.text(pattern) + "))";
    }

    private static String fitsTime(String name, String pattern) {
        return "count(*) FILTER (regexp_full_match(" + name + ", " + Sql.text(pattern) + ") AND TRY_CAST(substr(" + name
                + ", 1, 10) AS DATE) IS NOT NULL)";
    }
}
