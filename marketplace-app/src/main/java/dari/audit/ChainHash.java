package dari.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 chain over the history: each row's hash covers a digest of the row and the hash before it. Since only the
 * digest takes part, the chain can be published without the rows; a row's random id keeps it from being guessed.
 */
final class ChainHash {

    /** What stands before the first row. */
    static final byte[] START = new byte[32];

    private ChainHash() {}

    /** The digest by which a note takes part in the chain: it can be redacted and the chain still holds. */
    static byte[] ofNote(byte[] salt, String note) {
        MessageDigest sha = sha256();
        sha.update(salt);
        return sha.digest(note.getBytes(StandardCharsets.UTF_8));
    }

    /** Digest of what a row says: every field with its length before it, so that no two rows read alike. */
    static byte[] ofContent(SealedRow row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            field(out, row.id());
            out.writeLong(row.atMicros());
            field(out, row.actor());
            field(out, row.organization());
            field(out, utf8(row.systemActor()));
            field(out, utf8(row.action()));
            field(out, utf8(row.subjectKind()));
            field(out, row.subject());
            field(out, utf8(row.facts()));
            field(out, row.noteDigest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256().digest(bytes.toByteArray());
    }

    /** Hash of the chain after a row: over the hash before it, its position (8 bytes, big-endian) and its content. */
    static byte[] after(byte[] previous, long position, byte[] content) {
        MessageDigest sha = sha256();
        sha.update(previous);
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(position).array());
        return sha.digest(content);
    }

    private static void field(DataOutputStream out, byte @Nullable [] value) throws IOException {
        out.writeInt(value == null ? -1 : value.length);
        if (value != null) {
            out.write(value);
        }
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
