/**
 * The program desk: verifies organisations, runs calls, reviews and decisions. It owns what waits for a program's
 * decision and says by the ports and events of this package what it needs of the world around it.
 */
@NullMarked
package dari.admin;

import org.jspecify.annotations.NullMarked;
