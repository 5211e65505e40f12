package dari.pooling;

import dari.provisioner.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a hospital agrees to, in both languages; its signature is under the hash of both. */
public record ConsentText(String korean, String english) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? english : korean;
    }

    /** Lower-case hex, over the Korean text, a zero byte and the English one. */
    public String sha256() {
        return Sha256.hex((korean + "\0" + english).getBytes(StandardCharsets.UTF_8));
    }
}
