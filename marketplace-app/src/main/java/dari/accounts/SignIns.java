package dari.accounts;

import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Signs people in who proved otherwise than by the password who they are, and out elsewhere. */
@Component
public class SignIns {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository csrfTokens = new HttpSessionCsrfTokenRepository();
    private final Accounts accounts;
    private final OpenSessions sessions;
    private final Clock clock;

    SignIns(Accounts accounts, OpenSessions sessions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Makes the visitor's session this person's.
     *
     * @param factors how the person proved it: authorities of {@link FactorGrantedAuthority}
     * @throws RuleBrokenException when the account is not confirmed
     */
    public void begin(UserId person, HttpServletRequest request, HttpServletResponse response, String... factors) {
        UserDetails details =
                accounts.detailsOf(person).orElseThrow(() -> new RuleBrokenException("accounts.rule.notConfirmed"));
        List<GrantedAuthority> proofs = Arrays.stream(factors)
                .map(factor -> (GrantedAuthority) FactorGrantedAuthority.withAuthority(factor)
                        .issuedAt(clock.instant())
                        .build())
                .toList();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(details, null, proofs));
        request.getSession();
        request.changeSessionId(); // a number that somebody knew before is worth nothing now
        csrfTokens.saveToken(null, request, response);
        contexts.saveContext(context, request, response);
    }

    /** Signs the person of this request out everywhere else. */
    public void endOthers(HttpServletRequest request) {
        Authentication session = contexts.loadDeferredContext(request).get().getAuthentication();
        if (session != null) {
            sessions.endOthers(session.getName(), request.getSession().getId());
        }
    }
}
