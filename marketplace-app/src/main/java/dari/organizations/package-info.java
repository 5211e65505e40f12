/** Startups, hospitals and the program office: members, roles, invitations, verified status. */
@NullMarked
package dari.organizations;

import org.jspecify.annotations.NullMarked;
