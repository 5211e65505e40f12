/** Attacks on our own output, each judged beside a control that must fail and one that must pass. */
@NamedInterface("assess")
@NullMarked
package dari.provisioner.assess;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
