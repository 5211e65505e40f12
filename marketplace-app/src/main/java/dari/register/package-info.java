/** What everybody may know: every project whose data is opened, in plain words. */
@NullMarked
package dari.register;

import org.jspecify.annotations.NullMarked;
