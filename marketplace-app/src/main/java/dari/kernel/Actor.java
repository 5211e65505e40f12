package dari.kernel;

import java.util.Set;

/** Who is acting, for which organisation, in which roles: what every service decides by. */
public record Actor(UserId user, OrganizationId organization, Face face, Set<Role> roles) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean belongsTo(OrganizationId other) {
        return organization.equals(other);
    }
}
