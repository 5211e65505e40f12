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
 * @param pace what the holder needed in the past; null while there are too few cases to say
 */
public record WaitClock(
        String who,
        LocalDate since,
        @Nullable LocalDate due,
        LocalDate today,
        boolean mine,
        @Nullable Pace pace) {

    /** Days within which a coming deadline is shown as pressing. */
    private static final int PRESSING_DAYS = 3;

    public WaitClock(String who, LocalDate since, @Nullable LocalDate due, LocalDate today, boolean mine) {
        this(who, since, due, today, mine, null);
    }

    /**
     * A step that nobody promised a day for: the holder's own past says when to expect it; where that is too short, the
     * rule does.
     */
    public static WaitClock expecting(
            String who, LocalDate since, @Nullable Pace pace, int daysByRule, LocalDate today, boolean mine) {
        return new WaitClock(who, since, pace == null ? since.plusDays(daysByRule) : null, today, mine, pace);
    }

    public long getDays() {
        return ChronoUnit.DAYS.between(since, today);
    }

    /** Days past the due day, or 0. */
    public long getOverdueDays() {
        return due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, today));
    }

    /** When it is to be expected by the holder's own past; null while that says nothing. */
    public @Nullable LocalDate getExpected() {
        return pace == null ? null : pace.expectedFrom(since);
    }

    /** Whether it takes longer than half of the holder's past cases did: worth a look, no promise broken. */
    public boolean isSlow() {
        LocalDate expected = getExpected();
        return expected != null && today.isAfter(expected);
    }

    /** The style state: {@code late}, {@code due}, {@code mine} or {@code still}. */
    public String getState() {
        if (getOverdueDays() > 0) {
            return "late";
        }
        if (isSlow() || (due != null && ChronoUnit.DAYS.between(today, due) <= PRESSING_DAYS)) {
            return "due";
        }
        return mine ? "mine" : "still";
    }
}
