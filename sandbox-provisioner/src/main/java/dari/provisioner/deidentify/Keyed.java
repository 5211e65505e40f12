package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.scrub.ScrubPlan;
import dari.provisioner.scrub.Scrubber;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104) as an expression of the table engine, so that no row leaves it to be hashed. The padded keys are
 * session variables: they stand in no statement. Each use has a purpose of its own, so equal values in different uses have
 * unrelated results.
 */
public final class Keyed {

    private static final int BLOCK = 64;

    private final byte[] key;

    /** @param key 32 bytes */
    public Keyed(DuckDb engine, byte[] key) {
        this.key = key.clone();
        engine.setVariable("dari_inner", padded(key, 0x36));
        engine.setVariable("dari_outer", padded(key, 0x5c));
    }

    private static byte[] padded(byte[] key, int pad) {
        byte[] block = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= (byte) pad;
        }
        return block;
    }

    /** 64 hexadecimal digits; null where the value is null. */
    String hex(String purpose, String value) {
        return "sha256(getvariable('dari_outer') || unhex(sha256(getvariable('dari_inner') || encode("
                + Sql.text(purpose + "\u001f") + " || " + value + "))))";
    }

    /** An integer from 0 to 2^60 - 1. */
    String integer(String purpose, String value) {
        return "CAST('0x' || substr(" + hex(purpose, value) + ", 1, 15) AS BIGINT)";
    }

    /** A scrubber of free text whose surrogates and shifts come from the same key. */
    Scrubber scrubber(ScrubPlan plan) {
        return new Scrubber(plan, key);
    }

    /** The same function outside the engine, for seeds. */
    public long seed(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] result = mac.doFinal((purpose + "\u001f").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(result).getLong();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }
}
