/** What access costs, who pays which share, and whether it was paid. */
@NullMarked
package dari.billing;

import org.jspecify.annotations.NullMarked;
