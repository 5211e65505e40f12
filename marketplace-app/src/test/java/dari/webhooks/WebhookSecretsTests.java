package dari.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookSecretsTests {

    @TempDir
    Path home;

    private WebhookSecrets secrets() {
        return new WebhookSecrets(
                home, new WebhookProperties("", List.of(), Duration.ofDays(1), Duration.ofDays(1), List.of()));
    }

    /** The example of the Standard Webhooks libraries. */
    @Test
    void signsAsStandardWebhooksDoes() {
        byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(WebhookSecrets.sign(
                        secret,
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void derivesTheSameSecretAgainAndAnotherForEachEndpointAndNumber() {
        UUID endpoint = UUID.randomUUID();
        String first = secrets().text(endpoint, 1);
        assertThat(secrets().text(endpoint, 1)).isEqualTo(first);
        assertThat(secrets().text(endpoint, 2)).isNotEqualTo(first);
        assertThat(secrets().text(UUID.randomUUID(), 1)).isNotEqualTo(first);
        assertThat(Base64.getDecoder().decode(first.substring("whsec_".length())))
                .hasSize(32);
        assertThat(secrets()
                        .signatures(endpoint, List.of(2, 1), "msg_1", Instant.EPOCH, "{}")
                        .split(" "))
                .hasSize(2);
    }
}
