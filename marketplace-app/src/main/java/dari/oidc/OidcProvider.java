package dari.oidc;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/** The one provider, asked for its configuration when somebody first wants to go there: a start needs nobody else up. */
final class OidcProvider implements ClientRegistrationRepository {

    static final String ID = "oidc";

    private final OidcProperties properties;
    private final String baseUrl;
    private volatile @Nullable ClientRegistration known;

    OidcProvider(OidcProperties properties, String baseUrl) {
        this.properties = properties;
        this.baseUrl = baseUrl;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!ID.equals(id)) {
            return null;
        }
        ClientRegistration provider = known;
        if (provider == null) {
            provider = ClientRegistrations.fromIssuerLocation(properties.issuer())
                    .registrationId(ID)
                    .clientId(properties.clientId())
                    .clientSecret(properties.clientSecret())
                    .redirectUri(baseUrl + "/login/oauth2/code/" + ID)
                    .scope("openid", "email")
                    .build();
            known = provider;
        }
        return provider;
    }
}
