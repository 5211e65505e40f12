/** For everybody: who is shut out and until when, and how often something was refused. */
@NullMarked
package dari.sanctions;

import org.jspecify.annotations.NullMarked;
