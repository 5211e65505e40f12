/** A project's way through its hospital's boards: what is asked, sittings, votes, and what follows for access. */
@NullMarked
package dari.approvals;

import org.jspecify.annotations.NullMarked;
