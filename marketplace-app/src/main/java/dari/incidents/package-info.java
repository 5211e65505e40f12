/** Stops with one press, and what is done when something went wrong: steps, clock, recall, lesson, public account. */
@NullMarked
package dari.incidents;

import org.jspecify.annotations.NullMarked;
