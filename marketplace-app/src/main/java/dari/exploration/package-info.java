/** Looks into an opened release without writing SQL: two columns together, and how many persons fit a few criteria. */
@NullMarked
package dari.exploration;

import org.jspecify.annotations.NullMarked;
