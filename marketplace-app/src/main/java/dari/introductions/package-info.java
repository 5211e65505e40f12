/** Brings two sides together: interest, answer, messages. */
@NullMarked
package dari.introductions;

import org.jspecify.annotations.NullMarked;
