/** Attacks on releases of invented rows: coded tables as bit sets, every attack beside both its controls. */
@NullMarked
package dari.provisioner.assess.synthetic;

import org.jspecify.annotations.NullMarked;
