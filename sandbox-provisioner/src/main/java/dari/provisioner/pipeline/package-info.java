/** Runs one recipe over one source directory and ends in a release or in a refusal with its reasons. */
@NamedInterface("pipeline")
@NullMarked
package dari.provisioner.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
