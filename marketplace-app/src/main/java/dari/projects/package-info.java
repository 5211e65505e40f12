/** From an approved application to access and its end: what must be true, who holds it. */
@NullMarked
package dari.projects;

import org.jspecify.annotations.NullMarked;
