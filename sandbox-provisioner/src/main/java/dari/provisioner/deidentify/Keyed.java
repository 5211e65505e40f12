package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.StoredColumn;
import dari.provisioner.scrub.ScrubPlan;
import dari.provisioner.scrub.Scrubber;
import java.nio.charset.StandardCharsets;
import java.util.function.ToLongBiFunction;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;

/**
 * {@link KeyedMac} as functions of the table engine, whose own SHA-256 knows nothing of the processor's instructions for it;
 * Java's does.
 */
public final class Keyed {

    /** How a value stands as text. */
    @FunctionalInterface
    private interface TextReader {
        String of(DuckDBReadableVector values, long row);
    }

    private static final byte[] NOTHING = new byte[0];
    private static final String HEX = "dari_keyed_hex";
    private static final String INTEGER = "dari_keyed_integer";
    private static final String NUMBER = "dari_keyed_number";
    private static final String NUMBER_OF_INTEGER = "dari_keyed_number_of_integer";

    private final KeyedMac mac;

    /** @param key 32 bytes */
    public Keyed(DuckDb engine, byte[] key) {
        mac = new KeyedMac(key);
        engine.function(HEX, DuckDBColumnType.VARCHAR, DuckDBColumnType.VARCHAR, this::hex);
        engine.function(
                INTEGER,
                DuckDBColumnType.VARCHAR,
                DuckDBColumnType.BIGINT,
                (rows, out) -> integers(rows, out, mac::integer, DuckDBReadableVector::getString));
        engine.function(
                NUMBER,
                DuckDBColumnType.VARCHAR,
                DuckDBColumnType.BIGINT,
                (rows, out) -> integers(rows, out, mac::number, DuckDBReadableVector::getString));
        engine.function(
                NUMBER_OF_INTEGER,
                DuckDBColumnType.BIGINT,
                DuckDBColumnType.BIGINT,
                (rows, out) -> integers(rows, out, mac::number, (values, row) -> Long.toString(values.getLong(row))));
    }

    /** The same functions outside the engine. */
    public KeyedMac mac() {
        return mac;
    }

    /** The first 128 bits as 32 hexadecimal digits; null where the value is null. */
    public String hex(String purpose, String value) {
        return HEX + "(" + Sql.text(purpose) + ", " + value + ")";
    }

    /** An integer from 0 to 2^60 - 1; null where the value is null. */
    String integer(String purpose, String value) {
        return INTEGER + "(" + Sql.text(purpose) + ", " + value + ")";
    }

    /** An integer from 0 to 2^63 - 1; null where the value is null. */
    String number(String purpose, String value) {
        return NUMBER + "(" + Sql.text(purpose) + ", " + value + ")";
    }

    /** The same of a column's text, which is not written out for it where the engine keeps whole numbers. */
    String number(String purpose, StoredColumn value, String alias) {
        return value.isInteger()
                ? NUMBER_OF_INTEGER + "(" + Sql.text(purpose) + ", " + value.in(alias) + ")"
                : number(purpose, value.textIn(alias));
    }

    /** A scrubber of free text whose surrogates and shifts come from the same key. */
    Scrubber scrubber(ScrubPlan plan) {
        return mac.scrubber(plan);
    }

    /** The same function outside the engine, for seeds. */
    public long seed(String purpose) {
        return mac.seed(purpose);
    }

    private void hex(DuckDBDataChunkReader rows, DuckDBWritableVector out) {
        DuckDBReadableVector values = rows.vector(1);
        byte[][] texts = new byte[(int) rows.rowCount()][];
        String purpose = texts.length == 0 ? "" : purpose(rows);
        for (int row = 0; row < texts.length; row++) {
            texts[row] = values.isNull(row)
                    ? NOTHING
                    : mac.hex(purpose, values.getString(row)).getBytes(StandardCharsets.US_ASCII);
        }
        out.setStringUtf8Batch(0, texts);
        for (int row = 0; row < texts.length; row++) {
            if (texts[row].length == 0) {
                out.setNull(row);
            }
        }
    }

    private static void integers(
            DuckDBDataChunkReader rows,
            DuckDBWritableVector out,
            ToLongBiFunction<String, String> function,
            TextReader text) {
        DuckDBReadableVector values = rows.vector(1);
        String purpose = rows.rowCount() == 0 ? "" : purpose(rows);
        for (long row = 0; row < rows.rowCount(); row++) {
            if (values.isNull(row)) {
                out.setNull(row);
            } else {
                out.setLong(row, function.applyAsLong(purpose, text.of(values, row)));
            }
        }
    }

    /** A literal in every statement of ours, so the same in all rows. */
    private static String purpose(DuckDBDataChunkReader rows) {
        return rows.vector(0).getString(0);
    }
}
