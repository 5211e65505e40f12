package dari.provisioner.release;

import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.StoredColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Counts how a column's values are spread, hiding every cell with fewer than ten persons (or rows). */
public final class Distributions {

    private static final int MOST_VALUES = 20;
    private static final int BINS = 20;

    private static final Pattern CODE_NAME = Pattern.compile(
            ".*(_id|_code|code|zip|fips|postcode|concept)$|^(id|code|zip|fips)$", Pattern.CASE_INSENSITIVE);

    private final DuckDb engine;
    private final String relation;
    private final String person;
    private final int roundTo;

    private Distributions(DuckDb engine, String relation, String person, int roundTo) {
        this.engine = engine;
        this.relation = relation;
        this.person = person;
        this.roundTo = roundTo;
    }

    /**
     * Over released rows: cells of fewer than ten rows are hidden, counts are exact.
     *
     * @param relation with columns of their types
     */
    public static Distributions ofRelease(DuckDb engine, String relation) {
        return new Distributions(engine, relation, "", 1);
    }

    /**
     * Over a source: cells of fewer than ten persons are hidden, counts are rounded to 10.
     *
     * @param relation with columns as they are stored
     * @param person expression that names the person; empty where rows stand for themselves
     */
    public static Distributions ofSource(DuckDb engine, String relation, String person) {
        return new Distributions(engine, relation, person, 10);
    }

    /** Whether numbers in a column of this name are codes, whose size means nothing. */
    public static boolean isCodeName(String column) {
        return CODE_NAME.matcher(column).matches();
    }

    /** Of a released column, which has its type. */
    public Distribution of(String column, ColumnTypes.Type type) {
        String name = Sql.name(column);
        // 0 and -0 are one cell, whose label must not depend on which came first
        return of(column, type, "year(" + name + ")", type == ColumnTypes.Type.DECIMAL ? name + " + 0.0" : name);
    }

    /** Of a source's column. */
    public Distribution of(StoredColumn column, ColumnTypes.Type type) {
        String name = Sql.name(column.name());
        boolean dates = column.type() == ColumnTypes.Type.DATE;
        return of(
                column.name(),
                type,
                dates && !column.isText()
                        ? "year(" + name + ")"
                        : "CAST(substr(CAST(" + name + " AS VARCHAR), 1, 4) AS INTEGER)",
                name);
    }

    private Distribution of(String column, ColumnTypes.Type type, String year, String value) {
        String name = Sql.name(column);
        long values = engine.number("SELECT count(" + name + ") FROM " + relation);
        if (type.isTime()) {
            return histogram(values, year, name, 1);
        }
        boolean many = type.isNumber()
                && !isCodeName(column)
                && engine.number("SELECT count(DISTINCT " + name + ") FROM " + relation) > MOST_VALUES;
        return many ? numbers(values, name) : values(values, value, name);
    }

    /**
     * Values that enough persons (or rows) have, with their rows: a query over (v, n). To count different persons is dear, and
     * where their hashes take enough different values they need no count.
     *
     * @param value expression of the values
     * @param name column that must not be missing
     */
    private String shownCells(String value, String name) {
        int least = Distribution.SMALLEST_SHOWN;
        String rows = " FROM " + relation + " WHERE " + name + " IS NOT NULL";
        String sketch = person.isEmpty()
                ? "count(*)"
                : "bit_count(coalesce(bit_or(CAST(1 AS BIGINT) << CAST(hash(" + person + ") % 62 AS BIGINT)) FILTER ("
                        + person + " IS NOT NULL), 0))";
        engine.execute("CREATE OR REPLACE TEMP TABLE dari_cells AS SELECT " + value + " AS v, count(*) AS n, " + sketch
                + " AS persons" + rows + " GROUP BY 1 HAVING count(*) >= " + least);
        String enough = "SELECT v, n FROM dari_cells WHERE persons >= " + least;
        return person.isEmpty()
                ? enough
                : enough + " OR v IN (SELECT " + value + rows + " AND " + value
                        + " IN (SELECT v FROM dari_cells WHERE persons < " + least
                        + ") GROUP BY 1 HAVING count(DISTINCT "
                        + person + ") >= " + least + ")";
    }

    private Distribution values(long total, String value, String name) {
        List<Distribution.Cell> cells = engine.list(
                shownCells(value, name) + " ORDER BY n DESC, CAST(v AS VARCHAR) LIMIT " + MOST_VALUES,
                row -> new Distribution.Cell(row.getString(1), null, null, rounded(row.getLong(2))));
        return finished(Distribution.Kind.VALUES, total, cells);
    }

    private Distribution numbers(long total, String name) {
        String number = "CAST(" + name + " AS DOUBLE)";
        List<Double> spread = engine.list(
                "WITH g AS (SELECT " + number + " AS v, count(*) AS n FROM " + relation + " WHERE " + name
                        + " IS NOT NULL GROUP BY 1), c AS (SELECT v, sum(n) OVER (ORDER BY v) AS upto, sum(n) OVER () AS whole"
                        + " FROM g) SELECT min(v) FILTER (upto >= 0.95 * whole) - min(v) FILTER (upto >= 0.05 * whole) FROM c",
                row -> row.getDouble(1));
        return histogram(total, number, name, niceStep(spread.get(0) / BINS));
    }

    private Distribution histogram(long total, String number, String name, double step) {
        String bin = "CAST(floor(" + number + " / " + BigDecimal.valueOf(step).toPlainString() + ") AS BIGINT)";
        List<Distribution.Cell> cells = engine.list(shownCells(bin, name) + " ORDER BY v", row -> {
            BigDecimal from = BigDecimal.valueOf(row.getLong(1)).multiply(BigDecimal.valueOf(step));
            BigDecimal to = from.add(BigDecimal.valueOf(step));
            String label = step == 1 ? plain(from) : plain(from) + "–" + plain(to);
            return new Distribution.Cell(label, from.doubleValue(), to.doubleValue(), rounded(row.getLong(2)));
        });
        return finished(Distribution.Kind.HISTOGRAM, total, cells);
    }

    private Distribution finished(Distribution.Kind kind, long total, List<Distribution.Cell> cells) {
        List<Distribution.Cell> shown = new ArrayList<>(cells);
        long rest = rounded(total)
                - shown.stream().mapToLong(Distribution.Cell::count).sum();
        Long other = rest == 0 ? Long.valueOf(0) : rest < Distribution.SMALLEST_SHOWN ? null : Long.valueOf(rest);
        return new Distribution(kind, shown, other);
    }

    private long rounded(long count) {
        return Math.round(count / (double) roundTo) * roundTo;
    }

    /** The nearest of 1, 2, 5 × 10^n at or above: public steps, whatever the data. */
    static double niceStep(double wanted) {
        if (!(wanted > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double nice : new double[] {1, 2, 5}) {
            if (nice * power >= wanted * (1 - 1e-9)) {
                return nice * power;
            }
        }
        return 10 * power;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A count of missing values as it may be shown: null when it is above 0 and too small. */
    public static @org.jspecify.annotations.Nullable Long shown(long count) {
        return count > 0 && count < Distribution.SMALLEST_SHOWN ? null : Long.valueOf(count);
    }
}
