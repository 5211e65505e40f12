/** Measures the solvers on public data sets: the figures of the README. */
@NullMarked
package dari.provisioner.bench;

import org.jspecify.annotations.NullMarked;
