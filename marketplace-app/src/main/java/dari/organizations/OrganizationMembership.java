package dari.organizations;

import dari.kernel.Role;
import java.util.Set;

/** A person's place in one organisation. */
public record OrganizationMembership(OrganizationFacts organization, Set<Role> roles) {}
