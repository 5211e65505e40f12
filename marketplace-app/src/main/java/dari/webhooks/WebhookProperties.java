package dari.webhooks;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are delivered.
 *
 * @param key from which the secrets are derived, 32 bytes in Base64; blank: made once and kept in the application's
 *     directory
 * @param retries how long to wait before each further attempt; after the last the delivery is given up
 * @param oldSecret how long the secret before the present one still signs, too
 * @param kept how long deliveries stay in the log
 * @param testNetworks networks, e.g. {@code 127.0.0.0/8}, that may be reached although they are not public, and without
 *     TLS; for tests alone
 */
@ConfigurationProperties("dari.webhooks")
record WebhookProperties(
        @DefaultValue("") String key,

        @DefaultValue({"5s", "1m", "5m", "30m", "2h", "6h", "12h"})
        List<Duration> retries,

        @DefaultValue("24h") Duration oldSecret,
        @DefaultValue("30d") Duration kept,
        @DefaultValue List<String> testNetworks) {

    WebhookProperties {
        retries = List.copyOf(retries);
        testNetworks = List.copyOf(testNetworks);
    }
}
