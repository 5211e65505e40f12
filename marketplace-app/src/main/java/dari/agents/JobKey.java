package dari.agents;

import dari.kernel.SigningKey;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key that this marketplace signs jobs and heads of ledgers with: the one that agents pin. */
@Component
class JobKey {

    private final SigningKey key;

    JobKey(
            @Value("${dari.home}") Path home,
            @Value("${dari.agents.job-key:}") String privateKey,
            @Value("${dari.agents.job-public-key:}") String publicKey) {
        this.key = SigningKey.of(home, "keys/jobs.key", privateKey, publicKey, "DARI_JOB_KEY and DARI_JOB_PUBLIC_KEY");
    }

    /** X.509, Base64: what agents pin. */
    String publicKey() {
        return key.publicKey();
    }

    /** The job's document, as it is handed over. */
    String sign(Job job) {
        return Json.text(sign(Job.KIND, job));
    }

    Signed sign(String kind, Object content) {
        return Signed.by(key.privateKey(), kind, content);
    }
}
