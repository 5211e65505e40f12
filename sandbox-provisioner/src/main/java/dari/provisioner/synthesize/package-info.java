/** Makes tables of invented rows that follow the noisy marginals of a private table, and nothing else of it. */
@NamedInterface("synthesize")
@NullMarked
package dari.provisioner.synthesize;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
