/** How a release is to be reviewed, by where it goes and what is in it. */
@NamedInterface("tier")
@NullMarked
package dari.provisioner.tier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
