package dari.agents;

import dari.provisioner.Refused;
import dari.provisioner.agent.Signed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A result that is one small document which the agent signed: a profile, a count, a proof of removal.
 *
 * @param kind of the signed document
 * @param file its only name
 * @param mostBytes what is larger is none
 */
public record SmallAnswer(String kind, String file, int mostBytes) {

    public boolean accepts(String path) {
        return path.equals(file);
    }

    /**
     * The document as it came, not yet believed.
     *
     * @throws Refused when it is too large
     */
    public String text(InputStream content) throws IOException {
        byte[] read = content.readNBytes(mostBytes + 1);
        if (read.length > mostBytes) {
            throw new Refused(file + " of more than " + mostBytes + " bytes");
        }
        return new String(read, StandardCharsets.UTF_8);
    }

    /** @throws Refused unless the hospital signed this document */
    public String signed(@Nullable String document, PublicKey hospital) {
        return Signed.required(document, hospital, kind, file);
    }
}
