/** A hospital's boards as data, and the way an offer takes through them: in which order, with what, by when. */
@NullMarked
package dari.boards;

import org.jspecify.annotations.NullMarked;
