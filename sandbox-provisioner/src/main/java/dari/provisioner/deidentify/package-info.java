/** Treatments of columns and the solvers of the privacy models. */
@NullMarked
package dari.provisioner.deidentify;

import org.jspecify.annotations.NullMarked;
