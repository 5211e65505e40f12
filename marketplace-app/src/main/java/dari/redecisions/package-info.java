/** Decides live projects again when terms, boards or rules change, and makes a task of whatever came out differently. */
@NullMarked
package dari.redecisions;

import org.jspecify.annotations.NullMarked;
