package dari.boards;

import java.time.LocalDate;

/** On which days offices and boards work. */
@FunctionalInterface
public interface WorkingDays {

    boolean isWorking(LocalDate day);

    /** That day, or the first working day after it. */
    default LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorking(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The day on which so many working days have passed since then, that day not counted. */
    default LocalDate after(LocalDate day, int workingDays) {
        LocalDate found = day;
        for (int i = 0; i < workingDays; i++) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }

    /** That day, or the last working day before it. */
    default LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isWorking(found)) {
            found = found.minusDays(1);
        }
        return found;
    }
}
