package dari.agents;

import dari.kernel.KeyFile;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import dari.provisioner.release.Ed25519;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that this marketplace signs jobs with: from the environment where several nodes share it, else made once and kept
 * in the application's directory for its owner only.
 */
@Component
class JobKey {

    private static final String FILE = "keys/jobs.key";

    private final PrivateKey privateKey;
    private final String publicKey;

    JobKey(
            @Value("${dari.home}") Path home,
            @Value("${dari.agents.job-key:}") String privateKey,
            @Value("${dari.agents.job-public-key:}") String publicKey) {
        try {
            List<String> pair = privateKey.isBlank() ? kept(home) : List.of(privateKey, publicKey);
            this.privateKey = Ed25519.privateKey(pair.get(0));
            this.publicKey = pair.get(1);
            byte[] probe = FILE.getBytes(StandardCharsets.UTF_8);
            if (!Ed25519.isValid(Ed25519.publicKey(this.publicKey), probe, Ed25519.sign(this.privateKey, probe))) {
                throw new GeneralSecurityException("the two halves do not belong together");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key for signing jobs (DARI_JOB_KEY and DARI_JOB_PUBLIC_KEY, or " + FILE
                            + ") is no Ed25519 pair in Base64 (PKCS#8, X.509)",
                    e);
        }
    }

    /** X.509, Base64: what agents pin. */
    String publicKey() {
        return publicKey;
    }

    /** The job's document, as it is handed over. */
    String sign(Job job) {
        return Json.text(Signed.by(privateKey, Job.KIND, job));
    }

    private static List<String> kept(Path home) throws GeneralSecurityException {
        List<String> lines = KeyFile.lines(home, FILE, () -> {
            KeyPair fresh = KeyPairGenerator.getInstance(Ed25519.NAME).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return List.of(
                    base64.encodeToString(fresh.getPrivate().getEncoded()),
                    base64.encodeToString(fresh.getPublic().getEncoded()));
        });
        if (lines.size() != 2) {
            throw new GeneralSecurityException(FILE + " does not hold two lines");
        }
        return lines;
    }
}
