/** Who fits whom, what the data-use terms permit, and why: a plain library and a command line. */
@NullMarked
package dari.matching;

import org.jspecify.annotations.NullMarked;
