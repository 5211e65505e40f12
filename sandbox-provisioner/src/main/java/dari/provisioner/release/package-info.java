/** The files that cross: manifest, certificate, assessment, dictionary, and how they are signed and checked. */
@NamedInterface("release")
@NullMarked
package dari.provisioner.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
