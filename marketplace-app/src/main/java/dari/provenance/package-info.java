/** The statement for a regulator's file: where a project's data came from, who allowed it, how it was made and ended. */
@NullMarked
package dari.provenance;

import org.jspecify.annotations.NullMarked;
