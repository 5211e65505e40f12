package dari.workspace;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a waiting thing, since when, until when: nothing on a page waits without one.
 *
 * @param who name of the holder
 * @param since the day it reached the holder
 * @param due the last day for it, that day included; null when nobody promised one
 * @param today the reader's day
 * @param mine whether the reader is the holder
 */
public record WaitClock(
        String who, LocalDate since, @Nullable LocalDate due, LocalDate today, boolean mine) {

    /** Days within which a coming deadline is shown as pressing. */
    private static final int PRESSING_DAYS = 3;

    public long getDays() {
        return ChronoUnit.DAYS.between(since, today);
    }

    /** Days past the due day, or 0. */
    public long getOverdueDays() {
        return due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, today));
    }

    /** The style state: {@code late}, {@code due}, {@code mine} or {@code still}. */
    public String getState() {
        if (getOverdueDays() > 0) {
            return "late";
        }
        if (due != null && ChronoUnit.DAYS.between(today, due) <= PRESSING_DAYS) {
            return "due";
        }
        return mine ? "mine" : "still";
    }
}
