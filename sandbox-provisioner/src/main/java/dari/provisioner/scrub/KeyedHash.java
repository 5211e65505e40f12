package dari.provisioner.scrub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The same HMAC-SHA-256 outside the table engine as {@code Keyed} inside it, so that a note and a table agree. Not thread-safe. */
public final class KeyedHash {

    /** Fifteen hexadecimal digits are used, as in the table engine. */
    private static final int UNUSED_BITS = Long.SIZE - 15 * 4;

    private final Mac mac;

    /** @param key 32 bytes */
    public KeyedHash(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    /** An integer from 0 to 2^60 - 1. */
    long integer(String purpose, String value) {
        byte[] result = mac.doFinal((purpose + "\u001f" + value).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(result).getLong() >>> UNUSED_BITS;
    }

    /** One of so many, each as likely. */
    int choice(String purpose, String value, int of) {
        return (int) (integer(purpose, value) % of);
    }
}
