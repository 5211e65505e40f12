/** What a use owes in return, from the offer's modifiers and the hospital's conditions: dated, proved, or waived. */
@NullMarked
package dari.duties;

import org.jspecify.annotations.NullMarked;
