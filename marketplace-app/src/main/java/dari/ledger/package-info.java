/** The books: every won that is owed, paid, given back or waits for its place, entered twice. */
@NullMarked
package dari.ledger;

import org.jspecify.annotations.NullMarked;
