package dari.admin;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The days of a call beside its deadline.
 *
 * @param zone where a day of this call begins and ends
 * @param opensOn first day for applications; null for the day on which it is opened
 * @param reviewUntil by when reviews should be in; null where not planned
 * @param decisionOn when the decision is announced; null where not planned
 */
public record CallDates(
        ZoneId zone,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate reviewUntil,
        @Nullable LocalDate decisionOn) {

    /** Whether the days come one after the other, whatever is planned of them. */
    boolean isInOrder(LocalDate deadline, @Nullable LocalDate presentation) {
        LocalDate last = opensOn;
        for (LocalDate next : new LocalDate[] {deadline, reviewUntil, presentation, decisionOn}) {
            if (next != null) {
                if (last != null && next.isBefore(last)) {
                    return false;
                }
                last = next;
            }
        }
        return true;
    }
}
