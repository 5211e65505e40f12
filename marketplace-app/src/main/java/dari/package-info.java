/** Dari, a bridge between medical AI and hospitals. */
@NullMarked
package dari;

import org.jspecify.annotations.NullMarked;
