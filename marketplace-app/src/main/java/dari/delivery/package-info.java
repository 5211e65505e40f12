/** How a release reaches its startup: on the page, as files where all that is needed allows it, and to programs by token. */
@NullMarked
package dari.delivery;

import org.jspecify.annotations.NullMarked;
