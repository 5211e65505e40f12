package dari.provisioner.deidentify;

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

/**
 * HMAC-SHA-256 (RFC 2104) of {@code purpose 0x1f value}. Each use has a purpose of its own, so equal values in different uses
 * have unrelated results. A digest that has already taken the padded key and the purpose is cloned per value. Thread-safe.
 */
public final class KeyedMac {

    private static final int BLOCK = 64;
    private static final int DIGEST = 32;
    private static final int HEX_BYTES = 16;
    private static final int SPARE_BITS_OF_INTEGER = 4;

    private final byte[] key;
    private final MessageDigest outer;
    private final MessageDigest inner;
    private final Map<String, MessageDigest> purposes = new ConcurrentHashMap<>();

    /** @param key 32 bytes */
    public KeyedMac(byte[] key) {
        this.key = key.clone();
        inner = started(padded(key, 0x36));
        outer = started(padded(key, 0x5c));
    }

    /** The key itself, for a process that computes the same elsewhere; never to be written anywhere. */
    public byte[] key() {
        return key.clone();
    }

    /** The first 128 bits as 32 hexadecimal digits. */
    public String hex(String purpose, String value) {
        return HexFormat.of().formatHex(mac(purpose, value), 0, HEX_BYTES);
    }

    /** An integer from 0 to 2^60 - 1. */
    public long integer(String purpose, String value) {
        return leading(purpose, value) >>> SPARE_BITS_OF_INTEGER;
    }

    /** An integer from 0 to 2^63 - 1. */
    public long number(String purpose, String value) {
        return leading(purpose, value) >>> 1;
    }

    /** For seeds. */
    public long seed(String purpose) {
        return leading(purpose, "");
    }

    /** A scrubber of free text whose surrogates and shifts come from the same key. */
    public Scrubber scrubber(ScrubPlan plan) {
        return new Scrubber(plan, key);
    }

    private long leading(String purpose, String value) {
        return ByteBuffer.wrap(mac(purpose, value)).getLong();
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

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's SHA-256 cannot be cloned", e);
        }
    }
}
