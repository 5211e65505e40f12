package dari.oidc;

import dari.accounts.SignIns;
import dari.kernel.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The way to the provider and back. What it says changes nobody's session by itself: it signs in whose account is linked,
 * and else waits in the session until its person, signed in by other means, confirms the link.
 */
@Component("oidc")
public class OidcSignIn {

    private static final String WAITING = OidcIdentity.class.getName();

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final OidcProperties properties;
    private final OidcLinks links;
    private final SignIns signIns;
    private final String baseUrl;

    OidcSignIn(OidcProperties properties, OidcLinks links, SignIns signIns, @Value("${dari.base-url}") String baseUrl) {
        this.properties = properties;
        this.links = links;
        this.signIns = signIns;
        this.baseUrl = baseUrl;
    }

    /** Whether the owner turned it on; pages ask it as {@code @oidc.on}. */
    public boolean isOn() {
        return properties.isOn();
    }

    /** What people call the provider. */
    public String getName() {
        return properties.name().isBlank() ? properties.issuer().replaceFirst("^https?://", "") : properties.name();
    }

    /** Opens the doors for it, if it is on. */
    public void addTo(HttpSecurity http) throws Exception {
        if (!isOn()) {
            return;
        }
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(new OidcProvider(properties, baseUrl))
                .authorizedClientRepository(new NoAuthorizedClients())
                .withObjectPostProcessor(OidcSignIn.withoutItsOwnSession())
                .successHandler(this::arrived)
                .failureHandler((request, response, e) -> response.sendRedirect("/login?oidc=failed")));
    }

    /** The configurer would have the proof stored as the session's person; set here, after it, nothing is. */
    private static ObjectPostProcessor<OAuth2LoginAuthenticationFilter> withoutItsOwnSession() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
                filter.setSecurityContextRepository(new NullSecurityContextRepository());
                return filter;
            }
        };
    }

    private void arrived(HttpServletRequest request, HttpServletResponse response, Authentication proof)
            throws IOException {
        OidcIdentity identity = identity(proof);
        Authentication session = sessions.loadDeferredContext(request).get().getAuthentication();
        Optional<UserId> owner = links.ownerOf(identity);
        if (session != null && session.getPrincipal() instanceof UserDetails) {
            request.getSession().setAttribute(WAITING, identity);
            response.sendRedirect("/account/oidc");
        } else if (owner.isPresent()) {
            signIns.begin(owner.get(), request, response, FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY);
            response.sendRedirect("/login/onward");
        } else {
            request.getSession().setAttribute(WAITING, identity);
            response.sendRedirect("/login?oidc=unlinked");
        }
    }

    /** The identity that waits for its person's confirmation. */
    static Optional<OidcIdentity> waiting(HttpServletRequest request) {
        return request.getSession().getAttribute(WAITING) instanceof OidcIdentity identity
                ? Optional.of(identity)
                : Optional.empty();
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(WAITING);
    }

    private OidcIdentity identity(Authentication proof) {
        if (!(proof.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("the provider said who somebody is, yet not as OpenID Connect says it");
        }
        String email = Boolean.TRUE.equals(user.getEmailVerified()) ? user.getEmail() : null;
        return new OidcIdentity(
                properties.issuer(),
                Objects.requireNonNull(user.getSubject()),
                email == null ? "" : email.strip().toLowerCase(Locale.ROOT));
    }
}
