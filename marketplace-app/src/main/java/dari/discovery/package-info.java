/** Finds the offers that fit a need, and says why. */
@NullMarked
package dari.discovery;

import org.jspecify.annotations.NullMarked;
