/** What an approved application still owes, and by when: agreement, checks, evaluation, settlement and clawback. */
@NullMarked
@NamedInterface
package dari.admin.milestones;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
