package dari.workspace;

import java.time.Duration;
import java.time.LocalDate;

/**
 * How long somebody needed for a kind of step, counted from their own past.
 *
 * @param cases how many past steps were counted
 * @param median half of them took no longer
 * @param ninth nine of ten took no longer
 */
public record Pace(int cases, Duration median, Duration ninth) {

    private static final long HOURS_OF_A_DAY = 24;

    /** The median in whole days, rounded up: an answer after two hours is an answer within a day. */
    public long getDays() {
        return days(median);
    }

    /** Days within which nine of ten were done. */
    public long getNinthDays() {
        return days(ninth);
    }

    /** When half of the past steps that began like this one were done. */
    public LocalDate expectedFrom(LocalDate since) {
        return since.plusDays(getDays());
    }

    private static long days(Duration duration) {
        return Math.max(
                1,
                (duration.toSeconds() + Duration.ofHours(HOURS_OF_A_DAY).toSeconds() - 1)
                        / Duration.ofHours(HOURS_OF_A_DAY).toSeconds());
    }
}
