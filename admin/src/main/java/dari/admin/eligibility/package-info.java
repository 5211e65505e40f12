/** Who may apply to a call: rules as data, each answered from what the applicants declare and hand in. */
@NullMarked
@NamedInterface
package dari.admin.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
