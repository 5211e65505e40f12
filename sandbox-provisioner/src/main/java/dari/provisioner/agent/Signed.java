package dari.provisioner.agent;

import dari.provisioner.Refused;
import dari.provisioner.json.Json;
import dari.provisioner.release.Ed25519;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document and who answers for it. The content is text inside the envelope, so that exactly its characters are signed.
 *
 * @param kind what the content is; signed with it, so that a document never passes for one of another kind
 * @param signature Ed25519 over kind, a line feed and content in UTF-8; Base64
 */
public record Signed(String kind, String content, String signature) {

    public static Signed by(PrivateKey key, String kind, Object content) {
        String text = Json.text(content);
        return new Signed(kind, text, Ed25519.sign(key, message(kind, text)));
    }

    /** The content, when it is of this kind and signed by this key. */
    public Optional<String> verified(PublicKey key, String expectedKind) {
        return expectedKind.equals(kind) && Ed25519.isValid(key, message(kind, content), signature)
                ? Optional.of(content)
                : Optional.empty();
    }

    /**
     * The content of a document that came as text.
     *
     * @param file how the document is named in an error
     * @throws Refused when it is missing, of another kind, or not signed by this key
     */
    public static String required(@Nullable String document, PublicKey key, String kind, String file) {
        return Json.parse(Objects.requireNonNullElse(document, ""), Signed.class, file)
                .verified(key, kind)
                .orElseThrow(() -> new Refused("the hospital's key did not sign " + file));
    }

    private static byte[] message(String kind, String content) {
        return (kind + "\n" + content).getBytes(StandardCharsets.UTF_8);
    }
}
