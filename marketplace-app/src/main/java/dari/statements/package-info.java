/** Bank statements: what came by transfer, line by line, and which invoice each line pays. */
@NullMarked
package dari.statements;

import org.jspecify.annotations.NullMarked;
