/** How many persons of a source meet a few criteria: asked before anyone applies, answered rounded or not at all. */
@NamedInterface("count")
@NullMarked
package dari.provisioner.count;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
