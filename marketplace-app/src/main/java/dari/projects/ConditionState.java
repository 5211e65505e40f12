package dari.projects;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether one condition of access holds at this moment.
 *
 * @param code which; messages {@code projects.condition.<code>} and, when it does not hold,
 *     {@code projects.condition.<code>.missing}
 * @param holds whether it holds now
 * @param holder whose turn it is: startup, hospital, program or system
 * @param until the last day it will hold without a further act; null when no day is set
 */
public record ConditionState(
        String code, boolean holds, String holder, @Nullable LocalDate until) {}
