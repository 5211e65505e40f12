package dari.web;

import dari.kernel.Actor;
import dari.kernel.UserId;
import dari.organizations.OrganizationMembership;
import dari.organizations.Organizations;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the session's person into a member of an organisation, as the database has it now. */
final class MemberFilter extends OncePerRequestFilter {

    private final Organizations organizations;

    MemberFilter(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && session.getPrincipal() instanceof UserDetails) {
            UserId user = new UserId(UUID.fromString(session.getName()));
            List<OrganizationMembership> memberships = organizations.membershipsOf(user);
            if (!memberships.isEmpty()) {
                OrganizationMembership home = memberships.get(0);
                Actor actor = new Actor(
                        user, home.organization().id(), home.organization().face(), home.roles());
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new MemberAuthentication(actor, home.organization()));
                SecurityContextHolder.setContext(context);
            }
        }
        chain.doFilter(request, response);
    }
}
