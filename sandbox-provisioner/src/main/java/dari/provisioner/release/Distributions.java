package dari.provisioner.release;

import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Counts how a column's values are spread, hiding every cell with fewer than ten persons (or rows). */
public final class Distributions {

    private static final int MOST_VALUES = 20;
    private static final int BINS = 20;

    /** Rows that choose the width of the bins: a width is rounded coarsely anyway. */
    private static final int SAMPLE = 100_000;

    private static final Pattern CODE_NAME = Pattern.compile(
            ".*(_id|_code|code|zip|fips|postcode|concept)$|^(id|code|zip|fips)$", Pattern.CASE_INSENSITIVE);

    private final DuckDb engine;
    private final String relation;
    private final String held;
    private final String year;
    private final int roundTo;

    private Distributions(DuckDb engine, String relation, String held, String year, int roundTo) {
        this.engine = engine;
        this.relation = relation;
        this.held = held;
        this.year = year;
        this.roundTo = roundTo;
    }

    /**
     * Over released rows: cells of fewer than ten rows are hidden, counts are exact.
     *
     * @param relation with columns of their types
     */
    public static Distributions ofRelease(DuckDb engine, String relation) {
        return new Distributions(engine, relation, "count(*)", "year(%s)", 1);
    }

    /**
     * Over a source: cells of fewer than ten persons are hidden, counts are rounded to 10.
     *
     * @param relation with columns of text
     * @param person expression that names the person; {@code null} text where rows stand for themselves
     */
    public static Distributions ofSource(DuckDb engine, String relation, String person) {
        String held = person.isEmpty() ? "count(*)" : "count(DISTINCT " + person + ")";
        return new Distributions(engine, relation, held, "CAST(substr(%s, 1, 4) AS INTEGER)", 10);
    }

    /** Whether numbers in a column of this name are codes, whose size means nothing. */
    public static boolean isCodeName(String column) {
        return CODE_NAME.matcher(column).matches();
    }

    public Distribution of(String column, ColumnTypes.Type type) {
        String name = Sql.name(column);
        long values = engine.number("SELECT count(" + name + ") FROM " + relation);
        if (type.isTime()) {
            return histogram(values, year.replace("%s", name), name, 1);
        }
        boolean many = type.isNumber()
                && !isCodeName(column)
                && engine.number("SELECT count(DISTINCT " + name + ") FROM " + relation) > MOST_VALUES;
        return many ? numbers(values, name) : values(values, name);
    }

    private Distribution values(long total, String name) {
        List<Distribution.Cell> cells = engine.list(
                "SELECT " + name + ", count(*) FROM " + relation + " WHERE " + name + " IS NOT NULL GROUP BY 1 HAVING "
                        + held + " >= " + Distribution.SMALLEST_SHOWN + " ORDER BY 2 DESC, 1 LIMIT " + MOST_VALUES,
                row -> new Distribution.Cell(row.getString(1), null, null, rounded(row.getLong(2))));
        return finished(Distribution.Kind.VALUES, total, cells);
    }

    private Distribution numbers(long total, String name) {
        String number = "CAST(" + name + " AS DOUBLE)";
        List<Double> spread = engine.list(
                "SELECT quantile_cont(" + number + ", 0.95) - quantile_cont(" + number + ", 0.05) FROM (SELECT " + name
                        + " FROM " + relation + " WHERE " + name + " IS NOT NULL LIMIT " + SAMPLE + ")",
                row -> row.getDouble(1));
        return histogram(total, number, name, niceStep(spread.get(0) / BINS));
    }

    private Distribution histogram(long total, String number, String name, double step) {
        String bin = "CAST(floor(" + number + " / " + BigDecimal.valueOf(step).toPlainString() + ") AS BIGINT)";
        List<Distribution.Cell> cells = engine.list(
                "SELECT " + bin + ", count(*) FROM " + relation + " WHERE " + name + " IS NOT NULL GROUP BY 1 HAVING "
                        + held + " >= " + Distribution.SMALLEST_SHOWN + " ORDER BY 1",
                row -> {
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
