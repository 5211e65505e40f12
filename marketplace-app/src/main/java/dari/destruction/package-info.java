/** Removes a release's files when its use is over, tries again until they are gone, and proves it with a signature. */
@NullMarked
package dari.destruction;

import org.jspecify.annotations.NullMarked;
