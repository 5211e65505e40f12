package dari.admin;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a call goes from scores to places: fixed when it opens, read by reviews, presentation day and decision.
 *
 * @param threeParties whether the program signs agreements as the third, after startup and hospital; null in calls from
 *     before there was a choice
 * @param places how many applications the call can approve; 0 when only the money limits it
 */
public record CallRules(
        Scoring scoring,
        Reserve reserve,
        Presentation presentation,
        int places,
        @Nullable Boolean threeParties) {

    /** Plain mean, no pass mark, nobody in reserve: what a call has before anybody says otherwise. */
    public static final CallRules PLAIN = new CallRules(
            new Scoring(false, 0, Map.of()), new Reserve(0, 7), new Presentation(null, 20, LocalTime.of(10, 0)), 0);

    /** Agreements of two: what a call has unless it says otherwise. */
    public CallRules(Scoring scoring, Reserve reserve, Presentation presentation, int places) {
        this(scoring, reserve, presentation, places, false);
    }

    public boolean programSigns() {
        return Boolean.TRUE.equals(threeParties);
    }

    /**
     * @param trimmed whether the highest and the lowest review are left out of the mean
     * @param passMarkPoints least points, from 0 to 100, below which nobody is approved
     * @param bonusPoints points that a bonus of the call adds, by the bonus's code
     */
    public record Scoring(boolean trimmed, int passMarkPoints, Map<String, Integer> bonusPoints) {
        public Scoring {
            bonusPoints = Map.copyOf(bonusPoints);
        }
    }

    /**
     * @param places how many wait, ranked, in case an approved application falls away
     * @param daysToAccept days in which one who moves up says yes before the next is asked
     */
    public record Reserve(int places, int daysToAccept) {}

    /**
     * The day on which applicants present.
     *
     * @param day null where the call has none
     */
    public record Presentation(@Nullable LocalDate day, int slotMinutes, LocalTime firstSlot) {}
}
