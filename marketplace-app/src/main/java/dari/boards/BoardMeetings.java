package dari.boards;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a board meets: on days that are listed, and on a weekday of every month. A month's meeting that falls on a holiday
 * does not take place; when it is made good is not known until the day is listed.
 *
 * @param week of the month, 1 to 4, or 5 for the last; null when there is no such rule
 */
record BoardMeetings(
        List<LocalDate> listed,
        @Nullable Integer week,
        @Nullable DayOfWeek weekday,
        WorkingDays days) {

    static final int LAST_WEEK = 5;
    private static final int MONTHS_LOOKED_AT = 24;

    BoardMeetings {
        listed = listed.stream().sorted().toList();
    }

    /** A board that decides without meeting, or of whose meetings nothing is known. */
    boolean isEmpty() {
        return listed.isEmpty() && !hasRule();
    }

    boolean hasRule() {
        return week != null && weekday != null;
    }

    Optional<LocalDate> firstOnOrAfter(LocalDate day) {
        return around(day, 1).filter(meeting -> !meeting.isBefore(day)).min(Comparator.naturalOrder());
    }

    Optional<LocalDate> lastOnOrBefore(LocalDate day) {
        return around(day, -1).filter(meeting -> !meeting.isAfter(day)).max(Comparator.naturalOrder());
    }

    /** The last meeting that is known; empty when the rule knows them all. */
    Optional<LocalDate> last() {
        return hasRule() || listed.isEmpty() ? Optional.empty() : Optional.of(listed.get(listed.size() - 1));
    }

    private Stream<LocalDate> around(LocalDate day, int direction) {
        List<LocalDate> meetings = new ArrayList<>(listed);
        if (week != null && weekday != null) {
            YearMonth month = YearMonth.from(day);
            for (int i = 0; i <= MONTHS_LOOKED_AT; i++) {
                LocalDate meeting = in(month.plusMonths((long) i * direction), week, weekday);
                if (days.isWorking(meeting)) {
                    meetings.add(meeting);
                }
            }
        }
        return meetings.stream();
    }

    private static LocalDate in(YearMonth month, int week, DayOfWeek weekday) {
        return month.atDay(1)
                .with(
                        week == LAST_WEEK
                                ? TemporalAdjusters.lastInMonth(weekday)
                                : TemporalAdjusters.dayOfWeekInMonth(week, weekday));
    }
}
