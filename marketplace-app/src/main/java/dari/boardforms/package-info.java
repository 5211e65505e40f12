/** What a hospital's boards ask of an application, in the hospital's own words, and what was answered. */
@NullMarked
package dari.boardforms;

import org.jspecify.annotations.NullMarked;
