/** The one way every file of this module is written and read as JSON. */
@NamedInterface("json")
@NullMarked
package dari.provisioner.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
