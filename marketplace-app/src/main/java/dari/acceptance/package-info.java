/** Acceptance of what a hospital prepared: ten working days, then it counts as accepted and the days of access begin. */
@NullMarked
package dari.acceptance;

import org.jspecify.annotations.NullMarked;
