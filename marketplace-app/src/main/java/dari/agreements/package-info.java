/** What both sides sign: text from versioned clauses, two names, a hash. */
@NullMarked
package dari.agreements;

import org.jspecify.annotations.NullMarked;
