/** What every request to the API passes: its address's and its token's share, the token, the scope, and how refusals sound. */
@NullMarked
package dari.api.door;

import org.jspecify.annotations.NullMarked;
