/** Exact private noise and selection, zCDP amounts, and the ledger that no answer comes before. */
@NamedInterface("privacy")
@NullMarked
package dari.provisioner.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
