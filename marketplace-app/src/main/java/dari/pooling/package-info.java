/** Rows of several hospitals in one project side by side, as far as each of them agreed; persons are never matched here. */
@NullMarked
package dari.pooling;

import org.jspecify.annotations.NullMarked;
