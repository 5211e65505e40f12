package dari.web;

import dari.kernel.Actor;
import dari.kernel.Role;
import dari.organizations.OrganizationFacts;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A signed-in person as a member of one organisation. Made anew for every request from the database, so that a role
 * taken away is gone at once; never stored in a session.
 */
public final class MemberAuthentication extends AbstractAuthenticationToken {

    private final transient Actor actor;
    private final transient OrganizationFacts organization;

    /**
     * @param factors how the person proved who they are, e.g. {@link dari.kernel.SecondStep#AUTHORITY}
     */
    public MemberAuthentication(
            Actor actor, OrganizationFacts organization, Collection<FactorGrantedAuthority> factors) {
        super(authorities(actor, factors));
        this.actor = actor;
        this.organization = organization;
        setAuthenticated(true);
    }

    public Actor actor() {
        return actor;
    }

    public OrganizationFacts organization() {
        return organization;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return actor.user().value();
    }

    @Override
    public String getName() {
        return actor.user().value().toString();
    }

    private static Collection<? extends GrantedAuthority> authorities(
            Actor actor, Collection<FactorGrantedAuthority> factors) {
        Set<GrantedAuthority> authorities = new LinkedHashSet<>(factors);
        authorities.add(new SimpleGrantedAuthority(actor.face().memberAuthority()));
        for (Role role : actor.roles()) {
            authorities.add(new SimpleGrantedAuthority(role.name()));
        }
        return authorities;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemberAuthentication member && member.actor.equals(actor);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
