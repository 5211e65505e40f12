/**
 * Decides: a panel's votes, the ranked list and its places, letters, the reserve that moves up, appeals. An administrator
 * conducts; the result follows from the votes by a published rule.
 */
@NullMarked
@NamedInterface("panel")
package dari.admin.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
