/** The conversation about an application among those who reviewed it. Whoever is not part of it cannot tell that it exists. */
@NullMarked
package dari.admin.discussion;

import org.jspecify.annotations.NullMarked;
