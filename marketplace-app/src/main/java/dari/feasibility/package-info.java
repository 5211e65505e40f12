/** How many patients meet a few criteria, asked before anyone applies: counted at the hospital, rounded, and seldom. */
@NullMarked
package dari.feasibility;

import org.jspecify.annotations.NullMarked;
