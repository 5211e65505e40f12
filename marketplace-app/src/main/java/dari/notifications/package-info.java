/** Tells people that something waits for them, in place and by e-mail. */
@NullMarked
package dari.notifications;

import org.jspecify.annotations.NullMarked;
