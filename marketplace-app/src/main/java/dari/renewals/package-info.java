/** More days of access: asked for before they end, decided by the hospital, covered by approval and agreement. */
@NullMarked
package dari.renewals;

import org.jspecify.annotations.NullMarked;
