/**
 * The room of the reviewers: who they are and what they know, with whom they have a conflict, who reviews what, and what
 * their scores mean beside each other.
 */
@NamedInterface("reviewers")
@NullMarked
package dari.admin.reviewers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
