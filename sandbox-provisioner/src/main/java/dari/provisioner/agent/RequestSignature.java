package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.Sha256;
import dari.provisioner.release.Ed25519;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;

/** Ed25519 over method, path with query, time, nonce, the body's SHA-256 and the headers that say what a part is, one a line. */
public final class RequestSignature {

    private RequestSignature() {}

    public static String sign(
            PrivateKey key, String method, String path, String time, String nonce, byte[] body, List<String> headers) {
        return Ed25519.sign(key, message(method, path, time, nonce, body, headers));
    }

    /** Whether the signature is of this key over exactly this request. */
    public static boolean isValid(
            PublicKey key,
            String method,
            String path,
            String time,
            String nonce,
            byte[] body,
            List<String> headers,
            String signature) {
        return Ed25519.isValid(key, message(method, path, time, nonce, body, headers), signature);
    }

    /** @throws BadInput when the text is not an Ed25519 public key in X.509, Base64 */
    public static PublicKey publicKey(String base64) {
        try {
            return Ed25519.publicKey(base64);
        } catch (GeneralSecurityException e) {
            throw new BadInput("public key", "is not an Ed25519 key in X.509, Base64", "enrol the agent again");
        }
    }

    static PrivateKey privateKey(String base64) {
        try {
            return Ed25519.privateKey(base64);
        } catch (GeneralSecurityException e) {
            throw new BadInput("credentials", "hold no Ed25519 key", "enrol the agent again");
        }
    }

    private static byte[] message(
            String method, String path, String time, String nonce, byte[] body, List<String> headers) {
        List<String> lines = new ArrayList<>(List.of(method, path, time, nonce, Sha256.hex(body)));
        lines.addAll(headers);
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
