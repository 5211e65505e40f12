/**
 * How long things really take: medians per kind of step and holder, counted from the history, for the clocks of waiting
 * things and for everybody to read.
 */
@NullMarked
package dari.pace;

import org.jspecify.annotations.NullMarked;
