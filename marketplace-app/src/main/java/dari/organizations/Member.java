package dari.organizations;

import dari.kernel.Role;
import dari.kernel.UserId;
import java.util.Set;

/** A person and what they may do for the organisation. */
public record Member(UserId user, String name, Set<Role> roles) {}
