/** Hospitals look through what startups need, and ask those that fit one of their offers. */
@NullMarked
package dari.invitations;

import org.jspecify.annotations.NullMarked;
