/** The hospital's side: pulls jobs, obeys the hospital's own policy and approvals, sends signed releases, answers nobody. */
@NullMarked
@NamedInterface("agent")
package dari.provisioner.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
