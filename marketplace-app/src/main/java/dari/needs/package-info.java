/** What startups are and need: profile, needs, purposes in plain questions. */
@NullMarked
package dari.needs;

import org.jspecify.annotations.NullMarked;
