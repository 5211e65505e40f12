package dari.provisioner.agent;

import dari.provisioner.BadInput;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Ed25519 over method, path with query, time, nonce and the body's SHA-256, one a line. */
public final class RequestSignature {

    private static final String ALGORITHM = "Ed25519";

    private RequestSignature() {}

    public static String sign(PrivateKey key, String method, String path, String time, String nonce, byte[] body) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message(method, path, time, nonce, body));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the signature is of this key over exactly this request. */
    public static boolean isValid(
            PublicKey key, String method, String path, String time, String nonce, byte[] body, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message(method, path, time, nonce, body));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws BadInput when the text is not an Ed25519 public key in X.509, Base64 */
    public static PublicKey publicKey(String base64) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BadInput("public key", "is not an Ed25519 key in X.509, Base64", "enrol the agent again");
        }
    }

    static PrivateKey privateKey(String base64) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BadInput("credentials", "hold no Ed25519 key", "enrol the agent again");
        }
    }

    private static byte[] message(String method, String path, String time, String nonce, byte[] body)
            throws GeneralSecurityException {
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        return String.join("\n", method, path, time, nonce, digest).getBytes(StandardCharsets.UTF_8);
    }
}
