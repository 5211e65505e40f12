/** Who reviews what: a balanced assignment by minimum-cost flow. Plain Java, no state, same input, same answer. */
@NullMarked
package dari.admin.assignment;

import org.jspecify.annotations.NullMarked;
