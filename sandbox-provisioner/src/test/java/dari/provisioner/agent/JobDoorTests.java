package dari.provisioner.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Protocol.RefusalReason;
import dari.provisioner.agent.Protocol.Task;
import dari.provisioner.json.Json;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobDoorTests {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final String ME = UUID.randomUUID().toString();

    @TempDir
    Path state;

    private KeyPair marketplace;
    private Credentials credentials;

    @BeforeEach
    void anEnrolledAgent() throws NoSuchAlgorithmException {
        marketplace = aKey();
        KeyPair own = aKey();
        credentials = new Credentials(
                "https://dari.example", ME, base64(own, true), base64(own, false), base64(marketplace, false));
    }

    @Test
    void letsInWhatTheMarketplaceSignedForThisAgentAndNow() {
        Job job = job(ME, NOW.plusSeconds(60));
        assertThat(door().ask(signed(marketplace, job)).job()).isEqualTo(job);
    }

    @Test
    void refusesWhatNobodySigned() {
        for (String document :
                new String[] {"", "{}", "[]", "null", "nonsense", Json.text(job(ME, NOW.plusSeconds(60)))}) {
            assertThat(reason(document)).as(document).isEqualTo(RefusalReason.UNSIGNED);
        }
    }

    @Test
    void refusesAnAlteredJobAndAnotherSignersAndAnotherKindOfDocument() throws NoSuchAlgorithmException {
        Job job = job(ME, NOW.plusSeconds(60));
        assertThat(reason(signed(marketplace, job).replace("omop", "payroll"))).isEqualTo(RefusalReason.ALTERED);
        assertThat(reason(signed(aKey(), job))).isEqualTo(RefusalReason.ALTERED);
        assertThat(reason(Json.text(Signed.by(marketplace.getPrivate(), Protocol.PROFILE_KIND, job))))
                .isEqualTo(RefusalReason.ALTERED);
    }

    @Test
    void refusesAnotherAgentsJobAndAnExpiredOne() {
        assertThat(reason(signed(marketplace, job(UUID.randomUUID().toString(), NOW.plusSeconds(60)))))
                .isEqualTo(RefusalReason.FOREIGN);
        assertThat(reason(signed(marketplace, job(ME, NOW)))).isEqualTo(RefusalReason.EXPIRED);
    }

    @Test
    void refusesAJobThatRanEvenAfterARestart() {
        Job job = job(ME, NOW.plus(Duration.ofDays(1)));
        door().close(job);
        assertThat(reason(signed(marketplace, job))).isEqualTo(RefusalReason.REPLAYED);
    }

    private @Nullable RefusalReason reason(String document) {
        JobDoor.Answer answer = door().ask(document);
        assertThat(answer.job()).isNull();
        return answer.refusal() == null ? null : answer.refusal().reason();
    }

    private JobDoor door() {
        return new JobDoor(credentials, state, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Job job(String agent, Instant expires) {
        return new Job(
                UUID.randomUUID().toString(), agent, Task.PROFILE, "omop", null, null, NOW.minusSeconds(60), expires);
    }

    private static String signed(KeyPair key, Job job) {
        return Json.text(Signed.by(key.getPrivate(), Job.KIND, job));
    }

    private static KeyPair aKey() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static String base64(KeyPair key, boolean secret) {
        return Base64.getEncoder().encodeToString((secret ? key.getPrivate() : key.getPublic()).getEncoded());
    }
}
