package dari.kernel;

import dari.provisioner.release.Ed25519;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;

/**
 * An Ed25519 pair of this marketplace: from the environment where several nodes share it, else made once and kept in the
 * application's directory for its owner only.
 */
public final class SigningKey {

    private final PrivateKey privateKey;
    private final String publicKey;

    private SigningKey(PrivateKey privateKey, String publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * @param home the application's directory
     * @param file path below it, for a key that is kept there
     * @param given the private half from the environment, PKCS#8 in Base64; blank when there is none
     * @param givenPublic its public half, X.509 in Base64
     * @param variables how the environment calls the two, for the error
     * @throws IllegalStateException when the halves are no pair
     */
    public static SigningKey of(Path home, String file, String given, String givenPublic, String variables) {
        try {
            List<String> pair = given.isBlank() ? kept(home, file) : List.of(given, givenPublic);
            SigningKey key = new SigningKey(Ed25519.privateKey(pair.get(0)), pair.get(1));
            byte[] probe = file.getBytes(StandardCharsets.UTF_8);
            if (!Ed25519.isValid(Ed25519.publicKey(key.publicKey), probe, key.sign(probe))) {
                throw new GeneralSecurityException("the two halves do not belong together");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key in " + variables + " or " + file + " is no Ed25519 pair in Base64 (PKCS#8, X.509)", e);
        }
    }

    public PrivateKey privateKey() {
        return privateKey;
    }

    /** X.509, Base64. */
    public String publicKey() {
        return publicKey;
    }

    /** Base64. */
    public String sign(byte[] message) {
        return Ed25519.sign(privateKey, message);
    }

    private static List<String> kept(Path home, String file) throws GeneralSecurityException {
        List<String> lines = KeyFile.lines(home, file, () -> {
            KeyPair fresh = KeyPairGenerator.getInstance(Ed25519.NAME).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return List.of(
                    base64.encodeToString(fresh.getPrivate().getEncoded()),
                    base64.encodeToString(fresh.getPublic().getEncoded()));
        });
        if (lines.size() != 2) {
            throw new GeneralSecurityException(file + " does not hold two lines");
        }
        return lines;
    }
}
