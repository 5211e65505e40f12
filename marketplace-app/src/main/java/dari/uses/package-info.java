/** What was done with a hospital's data, and the steward's signed look at it each month. */
@NullMarked
package dari.uses;

import org.jspecify.annotations.NullMarked;
