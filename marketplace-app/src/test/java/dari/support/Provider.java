package dari.support;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** An OpenID provider of its own, over HTTP. */
@TestConfiguration
public class Provider {

    private static final String ISSUER = "elsewhere";
    private static final String CLIENT = "dari";
    private static final int SECONDS = 600;

    private final MockOAuth2Server server = new MockOAuth2Server();

    Provider() {
        server.start();
    }

    @Bean
    DynamicPropertyRegistrar provider() {
        return registry -> {
            registry.add("dari.oidc.issuer", () -> server.issuerUrl(ISSUER).toString());
            registry.add("dari.oidc.client-id", () -> CLIENT);
            registry.add("dari.oidc.client-secret", () -> "only-for-tests");
        };
    }

    /**
     * Signs somebody in at the provider, as a browser does that was sent there.
     *
     * @param address where the application sent it
     * @return where the provider sends it back: path and query, not encoded
     */
    public String signIn(String address, String subject, String email, boolean verified)
            throws IOException, InterruptedException {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                ISSUER, subject, "JWT", List.of(CLIENT), Map.of("email", email, "email_verified", verified), SECONDS));
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding());
        String back = answer.headers().firstValue("Location").orElseThrow();
        return URLDecoder.decode(back, StandardCharsets.UTF_8).replaceFirst("https?://[^/]+", "");
    }
}
