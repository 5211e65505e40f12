/** Words every feature shares: ids, the actor, roles, money, and what goes wrong. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dari.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
