/** Questions and objections of citizens about a project in the register, and the answers that everybody reads. */
@NullMarked
package dari.questions;

import org.jspecify.annotations.NullMarked;
