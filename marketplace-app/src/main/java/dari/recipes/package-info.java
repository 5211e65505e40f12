/** The steward's recipe as a form and as a text: what changes, what it costs, and what it makes of invented rows. */
@NullMarked
package dari.recipes;

import org.jspecify.annotations.NullMarked;
