/** Made-up rows for a look before anyone applies: from a schema and what was shown of it, never from patients. */
@NullMarked
@NamedInterface("samples")
package dari.provisioner.samples;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
