/** What the hospitals' privacy ledgers say: taken in line by line, shown to each hospital, and as sums to everybody. */
@NullMarked
package dari.privacyledger;

import org.jspecify.annotations.NullMarked;
