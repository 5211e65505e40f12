package dari.boards;

import static org.assertj.core.api.Assertions.assertThat;

import dari.boards.RoutePlanner.Plan;
import dari.boards.RoutePlanner.Route;
import dari.boards.RouteStep.Call;
import dari.boards.RouteStep.Dates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Dates of a way through boards, on Korea's calendar. */
class RoutePlannerTests {

    private static final WorkingDays KOREA = new KoreanWorkingDays(new HolidayProperties(
            Set.of(MonthDay.of(1, 1), MonthDay.of(3, 1), MonthDay.of(5, 5), MonthDay.of(10, 3), MonthDay.of(10, 9)),
            Set.of(MonthDay.of(3, 1), MonthDay.of(5, 5), MonthDay.of(10, 3), MonthDay.of(10, 9)),
            List.of(LocalDate.of(2026, 6, 3))));

    private final RoutePlanner planner = new RoutePlanner(KOREA);

    @Test
    void koreasHolidaysAreTheOfficialOnes() {
        // Seollal, Buddha's birthday, Chuseok and what makes good for them, as proclaimed
        for (String day : List.of(
                "2025-01-28",
                "2025-01-29",
                "2025-01-30",
                "2025-03-03",
                "2025-05-05",
                "2025-05-06",
                "2025-10-06",
                "2025-10-07",
                "2025-10-08",
                "2026-02-16",
                "2026-02-17",
                "2026-02-18",
                "2026-03-02",
                "2026-05-25",
                "2026-06-03",
                "2026-09-24",
                "2026-09-25",
                "2026-10-05",
                "2027-02-08",
                "2027-02-09")) {
            assertThat(KOREA.isWorking(LocalDate.parse(day))).as(day).isFalse();
        }
        for (String day : List.of("2026-02-13", "2026-02-19", "2026-09-28", "2026-11-26", "2027-02-10", "2025-10-13")) {
            assertThat(KOREA.isWorking(LocalDate.parse(day))).as(day).isTrue();
        }
        assertThat(KOREA.isWorking(LocalDate.parse("2026-11-28")))
                .as("a Saturday")
                .isFalse();
    }

    @Test
    void twoBoardsOneAfterTheOtherWithMeetingsAndLeads() {
        RouteStep drb = step(1, Call.NEEDED, 7, 10, 2, DayOfWeek.THURSDAY);
        RouteStep irb = step(2, Call.NEEDED, 14, 20, 4, DayOfWeek.WEDNESDAY);
        Plan plan = planner.plan(
                new Route(List.of(irb, drb), 14), LocalDate.parse("2026-11-26"), LocalDate.parse("2027-03-31"));
        // papers today; the December meeting is on the 10th, past the lead; ten days would be the 6th of December
        assertThat(plan.soonest().get(drb)).isEqualTo(dates("2026-11-26", "2026-12-10", "2026-12-10"));
        assertThat(plan.soonest().get(irb)).isEqualTo(dates("2026-12-11", "2027-01-27", "2027-01-27"));
        assertThat(plan.earliestStart()).isEqualTo("2027-02-10");
        assertThat(plan.holds(LocalDate.parse("2027-02-10"))).isTrue();
        assertThat(plan.holds(LocalDate.parse("2027-02-09"))).isFalse();
        // back from the last of March: the meeting of the 24th is past the 17th, so February's
        assertThat(plan.latest().get(irb)).isEqualTo(dates("2027-02-10", "2027-02-24", "2027-03-17"));
        assertThat(plan.latest().get(drb)).isEqualTo(dates("2027-01-07", "2027-01-14", "2027-02-05"));
    }

    @Test
    void boardsOfOnePlaceLookAtTheSameTimeAndOneThatIsNotNeededTakesNoTime() {
        RouteStep drb = step(1, Call.NEEDED, 0, 10, null, null);
        RouteStep irb = step(1, Call.NEEDED, 0, 30, null, null);
        RouteStep shared = step(2, Call.NOT_NEEDED, 0, 90, null, null);
        Plan plan = planner.plan(new Route(List.of(drb, irb, shared), 0), LocalDate.parse("2026-11-26"), null);
        assertThat(plan.soonest()).containsOnlyKeys(drb, irb);
        assertThat(plan.earliestStart()).isEqualTo("2026-12-28");
        assertThat(plan.latest()).isEmpty();
    }

    @Test
    void anUndecidedBoardIsReckonedWithAndWhatItWouldSpareIsSaid() {
        RouteStep drb = step(1, Call.NEEDED, 0, 7, null, null);
        RouteStep irb = step(2, Call.UNDECIDED, 0, 40, null, null);
        Plan plan = planner.plan(new Route(List.of(drb, irb), 7), LocalDate.parse("2026-11-26"), null);
        assertThat(plan.earliestIfSpared()).isEqualTo("2026-12-10");
        assertThat(Objects.requireNonNull(plan.earliestStart())).isAfter("2027-01-01");
    }

    @Test
    void whatNobodyKnowsIsNotMadeUp() {
        RouteStep known = step(1, Call.NEEDED, 0, 7, null, null);
        RouteStep without = new RouteStep(2, Call.NEEDED, 0, null, meetings(null, null));
        Plan open = planner.plan(
                new Route(List.of(known, without), 7), LocalDate.parse("2026-11-26"), LocalDate.parse("2027-06-30"));
        assertThat(open.earliestStart()).isNull();
        assertThat(open.holds(LocalDate.parse("2027-06-30"))).isNull();
        assertThat(open.soonest()).containsOnlyKeys(known);

        RouteStep lastMeeting = new RouteStep(
                1, Call.NEEDED, 14, 10, new BoardMeetings(List.of(LocalDate.parse("2026-12-03")), null, null, KOREA));
        assertThat(lastMeeting.from(LocalDate.parse("2026-11-26"), KOREA))
                .as("too late for the last meeting that is listed")
                .isEmpty();
    }

    /** Papers on the last day that the plan names are in time, a working day later they are not; a thousand ways. */
    @Test
    void theLatestDayIsReallyTheLatest() {
        Random random = new Random(20261126);
        for (int i = 0; i < 1000; i++) {
            boolean meets = random.nextBoolean();
            RouteStep step = step(
                    1,
                    Call.NEEDED,
                    random.nextInt(30),
                    random.nextInt(60),
                    meets ? 1 + random.nextInt(5) : null,
                    meets ? DayOfWeek.of(1 + random.nextInt(5)) : null);
            LocalDate end = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(700));
            Dates latest = step.until(end, KOREA).orElseThrow();
            assertThat(KOREA.isWorking(latest.papers())).isTrue();
            assertThat(step.from(latest.papers(), KOREA).orElseThrow().decision())
                    .as(step + " by " + end)
                    .isBeforeOrEqualTo(end);
            assertThat(step.from(latest.papers().plusDays(1), KOREA)
                            .orElseThrow()
                            .decision())
                    .as(step + " a day late for " + end)
                    .isAfter(end);
        }
    }

    private static RouteStep step(
            int place, Call call, int lead, int median, @Nullable Integer week, @Nullable DayOfWeek weekday) {
        return new RouteStep(place, call, lead, median, meetings(week, weekday));
    }

    private static BoardMeetings meetings(@Nullable Integer week, @Nullable DayOfWeek weekday) {
        return new BoardMeetings(List.of(), week, weekday, KOREA);
    }

    private static Dates dates(String papers, String meeting, String decision) {
        return new Dates(LocalDate.parse(papers), LocalDate.parse(meeting), LocalDate.parse(decision));
    }
}
