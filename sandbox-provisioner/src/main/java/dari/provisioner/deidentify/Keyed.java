package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.scrub.ScrubPlan;
import dari.provisioner.scrub.Scrubber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;

/**
 * HMAC-SHA-256 (RFC 2104) of {@code purpose 0x1f value}, as functions of the table engine. Each use has a purpose of its own, so
 * equal values in different uses have unrelated results. The engine's own SHA-256 knows nothing of the processor's
 * instructions for it, Java's does; and a digest that has already taken the padded key and the purpose is cloned per value.
 */
public final class Keyed {

    private static final int BLOCK = 64;
    private static final int DIGEST = 32;
    private static final int HEX_BYTES = 16;
    private static final byte[] NOTHING = new byte[0];
    private static final String HEX = "dari_keyed_hex";
    private static final String INTEGER = "dari_keyed_integer";
    private static final String NUMBER = "dari_keyed_number";

    private final byte[] key;
    private final MessageDigest outer;
    private final MessageDigest inner;
    private final Map<String, MessageDigest> purposes = new ConcurrentHashMap<>();

    /** @param key 32 bytes */
    public Keyed(DuckDb engine, byte[] key) {
        this.key = key.clone();
        inner = started(padded(key, 0x36));
        outer = started(padded(key, 0x5c));
        engine.function(HEX, DuckDBColumnType.VARCHAR, this::hex);
        engine.function(INTEGER, DuckDBColumnType.BIGINT, (rows, out) -> integers(rows, out, 4));
        engine.function(NUMBER, DuckDBColumnType.BIGINT, (rows, out) -> integers(rows, out, 1));
    }

    private static byte[] padded(byte[] key, int pad) {
        byte[] block = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= (byte) pad;
        }
        return block;
    }

    private static MessageDigest started(byte[] block) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(block);
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
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

    /** A scrubber of free text whose surrogates and shifts come from the same key. */
    Scrubber scrubber(ScrubPlan plan) {
        return new Scrubber(plan, key);
    }

    /** The same function outside the engine, for seeds. */
    public long seed(String purpose) {
        return ByteBuffer.wrap(mac(purpose, "")).getLong();
    }

    private void hex(DuckDBDataChunkReader rows, DuckDBWritableVector out) {
        DuckDBReadableVector values = rows.vector(1);
        byte[][] texts = new byte[(int) rows.rowCount()][];
        String purpose = texts.length == 0 ? "" : purpose(rows);
        for (int row = 0; row < texts.length; row++) {
            texts[row] = values.isNull(row)
                    ? NOTHING
                    : HexFormat.of()
                            .formatHex(mac(purpose, values.getString(row)), 0, HEX_BYTES)
                            .getBytes(StandardCharsets.US_ASCII);
        }
        out.setStringUtf8Batch(0, texts);
        for (int row = 0; row < texts.length; row++) {
            if (texts[row].length == 0) {
                out.setNull(row);
            }
        }
    }

    private void integers(DuckDBDataChunkReader rows, DuckDBWritableVector out, int spareBits) {
        DuckDBReadableVector values = rows.vector(1);
        String purpose = rows.rowCount() == 0 ? "" : purpose(rows);
        for (long row = 0; row < rows.rowCount(); row++) {
            if (values.isNull(row)) {
                out.setNull(row);
            } else {
                out.setLong(
                        row,
                        ByteBuffer.wrap(mac(purpose, values.getString(row))).getLong() >>> spareBits);
            }
        }
    }

    /** A literal in every statement of ours, so the same in all rows. */
    private static String purpose(DuckDBDataChunkReader rows) {
        return rows.vector(0).getString(0);
    }

    private byte[] mac(String purpose, String value) {
        MessageDigest first = copy(purposes.computeIfAbsent(purpose, this::startedFor));
        first.update(value.getBytes(StandardCharsets.UTF_8));
        MessageDigest second = copy(outer);
        byte[] digest = new byte[DIGEST];
        try {
            first.digest(digest, 0, DIGEST);
            second.update(digest);
            second.digest(digest, 0, DIGEST);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 digest has 32 bytes", e);
        }
        return digest;
    }

    private MessageDigest startedFor(String purpose) {
        MessageDigest digest = copy(inner);
        digest.update((purpose + "\u001f").getBytes(StandardCharsets.UTF_8));
        return digest;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's SHA-256 cannot be cloned", e);
        }
    }
}
