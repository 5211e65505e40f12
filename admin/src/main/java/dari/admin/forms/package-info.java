/** The form of a call: sections, questions, conditions, and what an answer must be. Plain values, no pages. */
@NullMarked
@NamedInterface
package dari.admin.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
