/** Measures speed and size of both engines beside the barest query that each can run. */
@NullMarked
package dari.matching.bench;

import org.jspecify.annotations.NullMarked;
