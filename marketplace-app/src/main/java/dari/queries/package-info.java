/** Questions of a startup's scientists to their sandbox, in SQL, each in a process that can harm no one. */
@NullMarked
package dari.queries;

import org.jspecify.annotations.NullMarked;
