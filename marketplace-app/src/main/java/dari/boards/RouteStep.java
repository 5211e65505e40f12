package dari.boards;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One board on the way of an offer, as the planner reckons with it.
 *
 * @param place boards of one place look at the same time, those of the next after the last of them decided
 * @param call whether it has to be asked
 * @param leadDays days before a meeting by which papers have to be there
 * @param medianDays days from papers to decision; null when nobody knows
 */
record RouteStep(
        int place, Call call, int leadDays, @Nullable Integer medianDays, BoardMeetings meetings) {

    /** Whether an offer has to go to a board. */
    enum Call {
        NEEDED,
        NOT_NEEDED,
        /** The rules do not say; a person does. The plan reckons with the board until then. */
        UNDECIDED
    }

    /**
     * When papers go in, are looked at, and are decided on.
     *
     * @param meeting null for a board that decides without meeting
     */
    record Dates(LocalDate papers, @Nullable LocalDate meeting, LocalDate decision) {}

    boolean counts() {
        return call != Call.NOT_NEEDED;
    }

    /** Papers handed in on a day or as soon after it as offices work; empty when nothing says when it is decided. */
    Optional<Dates> from(LocalDate ready, WorkingDays days) {
        LocalDate papers = days.onOrAfter(ready);
        Optional<LocalDate> meeting = meetings.firstOnOrAfter(papers.plusDays(leadDays));
        if (meeting.isEmpty() && (!meetings.isEmpty() || medianDays == null)) {
            return Optional.empty();
        }
        LocalDate decided = Stream.concat(
                        meeting.stream(), Stream.ofNullable(medianDays).map(papers::plusDays))
                .max(LocalDate::compareTo)
                .orElseThrow();
        return Optional.of(new Dates(papers, meeting.orElse(null), days.onOrAfter(decided)));
    }

    /** The latest papers for a decision by a day; empty when nothing says so, or no known meeting is early enough. */
    Optional<Dates> until(LocalDate end, WorkingDays days) {
        LocalDate decision = days.onOrBefore(end);
        Optional<LocalDate> meeting = meetings.lastOnOrBefore(decision);
        if (meeting.isEmpty() && (!meetings.isEmpty() || medianDays == null)) {
            return Optional.empty();
        }
        LocalDate papers = Stream.concat(
                        meeting.map(day -> day.minusDays(leadDays)).stream(),
                        Stream.ofNullable(medianDays).map(decision::minusDays))
                .min(LocalDate::compareTo)
                .orElseThrow();
        return Optional.of(new Dates(days.onOrBefore(papers), meeting.orElse(null), decision));
    }
}
