/** What documents and lists say of those who apply: each thing found is shown with its evidence and decided by a person. */
@NullMarked
@NamedInterface
package dari.admin.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
