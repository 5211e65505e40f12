package dari.webhooks;

import dari.kernel.IdBytes;
import dari.kernel.KeyFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secrets of endpoints, and the signatures made with them, as Standard Webhooks describes both. A secret is derived from
 * the marketplace's key, the endpoint and the secret's number, so that the database holds none.
 */
@Component
class WebhookSecrets {

    /** What every secret begins with. */
    static final String PREFIX = "whsec_";

    private static final String FILE = "keys/webhooks.key";
    private static final int KEY_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final byte[] key;

    WebhookSecrets(@Value("${dari.home}") Path home, WebhookProperties properties) {
        String text = properties.key().isBlank() ? kept(home) : properties.key().strip();
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            bytes = new byte[0]; // said below, without the key
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "the key for webhook secrets (DARI_WEBHOOK_KEY, or " + FILE + ") must be 32 bytes in Base64");
        }
        this.key = bytes;
    }

    private static String kept(Path home) {
        return KeyFile.lines(home, FILE, () -> {
                    byte[] fresh = new byte[KEY_BYTES];
                    new SecureRandom().nextBytes(fresh);
                    return List.of(Base64.getEncoder().encodeToString(fresh));
                })
                .get(0);
    }

    /** As the receiver keeps it. */
    String text(UUID endpoint, int number) {
        return PREFIX + Base64.getEncoder().encodeToString(secret(endpoint, number));
    }

    /**
     * The value of {@code webhook-signature}: one signature for each secret that signs now.
     *
     * @param message the value of {@code webhook-id}
     */
    String signatures(UUID endpoint, List<Integer> numbers, String message, Instant at, String body) {
        return numbers.stream()
                .map(number -> sign(secret(endpoint, number), message, at, body))
                .collect(Collectors.joining(" "));
    }

    static String sign(byte[] secret, String message, Instant at, String body) {
        byte[] signed = (message + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(hmac(secret, signed));
    }

    private byte[] secret(UUID endpoint, int number) {
        byte[] id = IdBytes.of(endpoint);
        return hmac(
                key,
                ByteBuffer.allocate(id.length + Integer.BYTES)
                        .put(id)
                        .putInt(number)
                        .array());
    }

    private static byte[] hmac(byte[] with, byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(with, HMAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
