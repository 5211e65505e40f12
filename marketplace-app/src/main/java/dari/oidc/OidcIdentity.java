package dari.oidc;

import java.io.Serializable;

/**
 * Who somebody is elsewhere, as the provider's signed token says.
 *
 * @param email lower case; empty when the provider did not say, or has not verified it
 */
public record OidcIdentity(String issuer, String subject, String email) implements Serializable {

    @Override
    public String toString() {
        return "OidcIdentity[redacted]";
    }
}
