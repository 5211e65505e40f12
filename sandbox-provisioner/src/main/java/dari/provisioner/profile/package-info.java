/** What a hospital may show of a source before anyone applies, and the recipe proposed from it. */
@NamedInterface("profile")
@NullMarked
package dari.provisioner.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
