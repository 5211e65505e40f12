package dari.oidc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people may sign in elsewhere; off while there is no issuer.
 *
 * @param issuer address of the OpenID provider, which publishes its configuration below it
 * @param name what people call it, on the button
 */
@ConfigurationProperties("dari.oidc")
record OidcProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String name) {

    OidcProperties {
        if (!issuer.isBlank() && clientId.isBlank()) {
            throw new IllegalArgumentException("DARI_OIDC_ISSUER is set, DARI_OIDC_CLIENT_ID is not");
        }
    }

    boolean isOn() {
        return !issuer.isBlank();
    }

    @Override
    public String toString() {
        return "OidcProperties[" + issuer + "]";
    }
}
