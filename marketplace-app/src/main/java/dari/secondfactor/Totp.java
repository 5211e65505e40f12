package dari.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Time-based one-time codes (RFC 6238) as every authenticator app makes them: HMAC-SHA-1, six digits, 30 seconds. */
public final class Totp {

    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    private Totp() {}

    /** The number of the 30 seconds in which this moment lies. */
    public static long stepAt(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), GENERATOR.getTimeStep().toSeconds());
    }

    /** The code of a step. */
    public static String code(byte[] secret, long step) {
        try {
            Instant moment =
                    Instant.ofEpochSecond(step * GENERATOR.getTimeStep().toSeconds());
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()), moment, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret as people and apps write it. */
    public static String text(byte[] secret) {
        return new Base32().encodeToString(secret);
    }

    /** Reads what {@link #text} wrote. */
    public static byte[] secret(String text) {
        return new Base32().decode(text);
    }
}
