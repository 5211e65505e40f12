/** What each hospital itself says to an application for one of its datasets: by a person, or by a rule somebody owns. */
@NullMarked
package dari.hospitaldecisions;

import org.jspecify.annotations.NullMarked;
