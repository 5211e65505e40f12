/** Auditors: who may look at which calls for how long, what they see there, and that they only look. */
@NullMarked
package dari.auditors;

import org.jspecify.annotations.NullMarked;
