package dari.web;

import dari.kernel.Actor;
import dari.kernel.OrganizationId;
import dari.kernel.SecondStep;
import dari.kernel.UserId;
import dari.organizations.ChosenOrganization;
import dari.organizations.OrganizationMembership;
import dari.organizations.Organizations;
import dari.secondfactor.SecondFactors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns the session's person into a member of an organisation, as the database has it now. Who has a second step and gave
 * only the password so far is still a visitor.
 */
final class MemberFilter extends OncePerRequestFilter {

    /** Marks the request of somebody whose password was right and whose second step is not done. */
    static final String SECOND_STEP_MISSING = MemberFilter.class.getName() + ".secondStepMissing";

    /** Whether the person of the request belongs to more than one organisation. */
    static final String SEVERAL = MemberFilter.class.getName() + ".several";

    private final Organizations organizations;
    private final SecondFactors secondFactors;

    MemberFilter(Organizations organizations, SecondFactors secondFactors) {
        this.organizations = organizations;
        this.secondFactors = secondFactors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && session.getPrincipal() instanceof UserDetails) {
            UserId user = new UserId(UUID.fromString(session.getName()));
            List<FactorGrantedAuthority> factors = factors(session);
            boolean asked = secondFactors.isOn(user);
            boolean done = factors.stream().anyMatch(f -> f.getAuthority().equals(SecondStep.AUTHORITY));
            if (asked && !done) {
                request.setAttribute(SECOND_STEP_MISSING, true);
                become(new AnonymousAuthenticationToken(
                        "second step missing", "visitor", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
            } else {
                // a second step that was turned off since counts no more
                becomeMember(request, user, asked ? factors : List.of());
            }
        }
        chain.doFilter(request, response);
    }

    private void becomeMember(HttpServletRequest request, UserId user, List<FactorGrantedAuthority> factors) {
        List<OrganizationMembership> memberships = organizations.membershipsOf(user);
        if (!memberships.isEmpty()) {
            Optional<OrganizationId> chosen = ChosenOrganization.of(request);
            OrganizationMembership home = memberships.stream()
                    .filter(membership -> chosen.filter(
                                    membership.organization().id()::equals)
                            .isPresent())
                    .findFirst()
                    .orElse(memberships.get(0));
            request.setAttribute(SEVERAL, memberships.size() > 1);
            Actor actor = new Actor(
                    user, home.organization().id(), home.organization().face(), home.roles());
            become(new MemberAuthentication(actor, home.organization(), factors));
        }
    }

    private static void become(Authentication who) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
    }

    private static List<FactorGrantedAuthority> factors(Authentication session) {
        return session.getAuthorities().stream()
                .map(GrantedAuthority.class::cast)
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .toList();
    }
}
