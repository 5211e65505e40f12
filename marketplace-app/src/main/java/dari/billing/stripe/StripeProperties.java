package dari.billing.stripe;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param secretKey from the environment; empty switches card payments off
 * @param webhookSecret from the environment
 * @param apiBase https, or the demo's fake on this machine
 */
@ConfigurationProperties("dari.stripe")
record StripeProperties(
        @DefaultValue("") String secretKey,
        @DefaultValue("") String webhookSecret,
        @DefaultValue("https://api.stripe.com") String apiBase) {

    StripeProperties {
        boolean loopback = apiBase.startsWith("http://127.0.0.1:");
        if (!apiBase.startsWith("https://") && !loopback) {
            throw new IllegalArgumentException("dari.stripe.api-base must be https: the key would travel in the open");
        }
    }

    boolean isLive() {
        return secretKey.startsWith("sk_live_");
    }

    @Override
    public String toString() {
        return "StripeProperties[" + apiBase + "]";
    }
}
