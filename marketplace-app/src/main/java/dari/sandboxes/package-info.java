/** From the recipe to the opened sandbox: agents, jobs, releases, the second look, access and its end. */
@NullMarked
package dari.sandboxes;

import org.jspecify.annotations.NullMarked;
