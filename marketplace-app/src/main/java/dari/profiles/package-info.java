/** What a hospital shows of a dataset before anyone applies: made by its agent, coarsened and signed by its steward. */
@NullMarked
package dari.profiles;

import org.jspecify.annotations.NullMarked;
