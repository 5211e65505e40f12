package dari.admin.cohorts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The seed of the lottery, bound before anybody ranks: its hash is published when lists open, seed and salt after the
 * run, and {@code printf 'SEED:SALT' | sha256sum} shows that neither was changed in between.
 *
 * @param seed from 0 to 2⁵³, so that every JSON reader keeps it whole
 * @param salt 32 hex digits, so that nobody finds the seed by trying
 */
public record SeedCommitment(long seed, String salt) {

    private static final int SALT_BYTES = 16;
    private static final long BOUND = 1L << 53;

    static SeedCommitment draw(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new SeedCommitment(random.nextLong(BOUND), HexFormat.of().formatHex(salt));
    }

    /** What is hashed. */
    public String text() {
        return seed + ":" + salt;
    }

    /** SHA-256 of {@link #text}, 64 hex digits. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform must have it
        }
    }
}
