/**
 * Cohorts: startups and hospitals of a call rank each other, the matching engine assigns, and everybody sees their own
 * result with its reasons.
 */
@NullMarked
@NamedInterface("cohorts")
package dari.admin.cohorts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
