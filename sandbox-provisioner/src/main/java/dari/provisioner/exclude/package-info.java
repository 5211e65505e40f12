/** The list of patients who asked to be left out: kept at the hospital, obeyed by every run. */
@NullMarked
package dari.provisioner.exclude;

import org.jspecify.annotations.NullMarked;
