package dari.secondfactor;

import dari.kernel.SecondStep;
import dari.kernel.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Notes in a session that its person also did the second step. */
@Component
class StepUp {

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final Clock clock;

    StepUp(Clock clock) {
        this.clock = clock;
    }

    /** The person whose password this session has seen. */
    Optional<UserId> person(HttpServletRequest request) {
        Authentication session = stored(request);
        return session != null && session.getPrincipal() instanceof UserDetails
                ? Optional.of(new UserId(UUID.fromString(session.getName())))
                : Optional.empty();
    }

    void done(HttpServletRequest request, HttpServletResponse response) {
        Authentication session = stored(request);
        if (session == null) {
            return;
        }
        FactorGrantedAuthority factor = FactorGrantedAuthority.withAuthority(SecondStep.AUTHORITY)
                .issuedAt(clock.instant())
                .build();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(session.toBuilder()
                .authorities(authorities -> authorities.add(factor))
                .build());
        request.changeSessionId(); // a number that somebody knew before is worth nothing now
        sessions.saveContext(context, request, response);
    }

    private @Nullable Authentication stored(HttpServletRequest request) {
        return sessions.loadDeferredContext(request).get().getAuthentication();
    }
}
