package dari.secondfactor;

import dari.kernel.IdBytes;
import dari.kernel.KeyFile;
import dari.kernel.UserId;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts secrets before they reach the database (AES-256-GCM, bound to their account), by a key from the environment
 * where several nodes share it, else made once and kept in the application's directory.
 */
@Component
class SecretBox {

    private static final String FILE = "keys/second-factor.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SecretBox(@Value("${dari.home}") Path home, @Value("${dari.second-factor.key:}") String key) {
        String text = key.isBlank() ? kept(home) : key.strip();
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            bytes = new byte[0]; // said below, without the key
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("the key for second-step secrets (DARI_SECOND_FACTOR_KEY, or " + FILE
                    + ") must be 32 bytes in Base64");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    private static String kept(Path home) {
        return KeyFile.lines(home, FILE, () -> {
                    byte[] fresh = new byte[KEY_BYTES];
                    new SecureRandom().nextBytes(fresh);
                    return List.of(Base64.getEncoder().encodeToString(fresh));
                })
                .get(0);
    }

    byte[] close(UserId account, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, account, nonce, secret);
        return ByteBuffer.allocate(nonce.length + closed.length)
                .put(nonce)
                .put(closed)
                .array();
    }

    byte[] open(UserId account, byte[] box) {
        ByteBuffer buffer = ByteBuffer.wrap(box);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] closed = new byte[buffer.remaining()];
        buffer.get(closed);
        return run(Cipher.DECRYPT_MODE, account, nonce, closed);
    }

    private byte[] run(int mode, UserId account, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(IdBytes.of(account.value()));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a second-step secret does not open with this installation's key", e);
        }
    }
}
