package dari.provisioner.deidentify;

import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.StoredColumn;
import dari.provisioner.recipe.Treatment;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The treatments of numbers as expressions; what is no number becomes missing. */
final class Numbers {

    /** Hexadecimal digits of a keyed hash that become one uniform number: 52 bits, as many as a double keeps. */
    private static final int DIGITS = 13;

    private static final int LARGEST_SCALE = 15;

    private Numbers() {}

    /** An expression and what it gives. */
    record Expression(String sql, ColumnTypes.Type type) {}

    /** Outside the bounds the bound; inside, the number as it was written. Text, unless all of it is integers. */
    static Expression capped(Treatment.Cap cap, StoredColumn column) {
        boolean whole = column.isInteger() && isWhole(cap.min()) && isWhole(cap.max());
        String value = whole ? column.in("s") : column.textIn("s");
        String number = whole ? value : "TRY_CAST(" + value + " AS DOUBLE)";
        StringBuilder sql = new StringBuilder("CASE WHEN " + number + " IS NULL THEN NULL");
        bound(sql, number, " < ", cap.min(), whole);
        bound(sql, number, " > ", cap.max(), whole);
        return new Expression(
                sql.append(" ELSE ").append(value).append(" END").toString(),
                whole ? ColumnTypes.Type.INTEGER : ColumnTypes.Type.TEXT);
    }

    private static void bound(StringBuilder sql, String number, String beyond, @Nullable Double bound, boolean whole) {
        if (bound != null) {
            sql.append(" WHEN ")
                    .append(number)
                    .append(beyond)
                    .append(plain(bound))
                    .append(" THEN ");
            sql.append(whole ? plain(bound) : Sql.text(plain(bound)));
        }
    }

    private static boolean isWhole(@Nullable Double bound) {
        return bound == null || bound == Math.rint(bound);
    }

    static Expression rounded(Treatment.Round round, StoredColumn column) {
        return rounded(round.to(), number(column));
    }

    /** Two halves of one keyed hash are the two uniform numbers that Box and Muller (1958) make a normal one of. */
    static Expression noisy(Treatment.Noise noise, StoredColumn column, String hex) {
        double span = Math.scalb(1.0, 4 * DIGITS);
        String first = "(1.0 + CAST('0x' || substr(" + hex + ", 1, " + DIGITS + ") AS BIGINT)) / " + span;
        String second = "CAST('0x' || substr(" + hex + ", " + (DIGITS + 1) + ", " + DIGITS + ") AS BIGINT) / " + span;
        return rounded(
                noise.to(),
                "(" + number(column) + ") + " + plain(noise.deviation()) + " * sqrt(-2 * ln(" + first
                        + ")) * cos(2 * pi() * " + second + ")");
    }

    /** Infinity is no number of anybody's. */
    private static String number(StoredColumn column) {
        if (column.isInteger()) {
            return "CAST(" + column.in("s") + " AS DOUBLE)";
        }
        String number = "TRY_CAST(" + column.textIn("s") + " AS DOUBLE)";
        return "CASE WHEN isfinite(" + number + ") THEN " + number + " END";
    }

    private static Expression rounded(double to, String number) {
        String step = plain(to);
        int scale = Math.max(0, BigDecimal.valueOf(to).stripTrailingZeros().scale());
        String multiple = "round((" + number + ") / " + step + ") * " + step;
        return scale == 0
                ? new Expression("TRY_CAST(" + multiple + " AS BIGINT)", ColumnTypes.Type.INTEGER)
                // 3 * 0.1 is not 0.3: the decimal in between takes the binary dust away; and -0 becomes 0
                : new Expression(
                        "round(" + multiple + ", " + Math.min(scale, LARGEST_SCALE) + ") + 0.0",
                        ColumnTypes.Type.DECIMAL);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
