/** What waits for whom: waiting items, clocks, choices and pages that features hand to their views. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dari.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
