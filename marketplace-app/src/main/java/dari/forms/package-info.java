/** What people type is neither lost nor sent twice, nor does it overwrite unseen what somebody else changed. */
@NullMarked
package dari.forms;

import org.jspecify.annotations.NullMarked;
