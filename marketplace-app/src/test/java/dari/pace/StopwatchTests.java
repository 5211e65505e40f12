package dari.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dari.audit.HistoryLine;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import dari.workspace.Pace;
import dari.workspace.WaitClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StopwatchTests {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final UUID HOSPITAL = UUID.randomUUID();
    private static final UUID STARTUP = UUID.randomUUID();
    private static final UUID REVIEWER = UUID.randomUUID();

    private final Stopwatch stopwatch = new Stopwatch();
    private final UUID subject = UUID.randomUUID();

    @Test
    void takesTheTimeOfWhoEndedTheStep() {
        see(0, "introduction.declared", STARTUP);
        see(4, "introduction.accepted", HOSPITAL);

        assertThat(days(Step.INTEREST_ANSWER, HOSPITAL)).containsExactly(4L);
    }

    @Test
    void leavesOutWhatNobodyEnded() {
        see(0, "introduction.declared", STARTUP);
        see(14, "introduction.expired", null);
        see(20, "introduction.accepted", null);

        assertThat(stopwatch.taken()).isEmpty();
    }

    @Test
    void keepsTheReviewsOfOneApplicationApart() {
        stopwatch.see(act(0, "review.invited", STARTUP, UUID.randomUUID(), Map.of("review", "a")));
        stopwatch.see(act(5, "review.invited", STARTUP, UUID.randomUUID(), Map.of("review", "b")));
        stopwatch.see(act(7, "review.submitted", HOSPITAL, REVIEWER, Map.of("review", "b")));
        stopwatch.see(act(9, "review.submitted", HOSPITAL, REVIEWER, Map.of("review", "a")));

        assertThat(days(Step.REVIEW, REVIEWER)).containsExactly(2L, 9L);
    }

    @Test
    void givesTheSecondSignerOnlyTheTimeSinceTheFirst() {
        see(0, "agreement.drafted", HOSPITAL);
        see(3, "agreement.signed", STARTUP);
        see(10, "agreement.signed", HOSPITAL);

        assertThat(days(Step.SIGNATURE, STARTUP)).containsExactly(3L);
        assertThat(days(Step.SIGNATURE, HOSPITAL)).containsExactly(7L);
    }

    @Test
    void startsScreeningAgainAfterAReturn() {
        see(0, "application.submitted", STARTUP);
        see(2, "application.returned", HOSPITAL);
        see(9, "application.submitted", STARTUP);
        see(10, "review.invited", HOSPITAL);
        see(10, "review.invited", HOSPITAL);

        assertThat(days(Step.SCREENING, HOSPITAL)).containsExactly(2L, 1L);
    }

    @Test
    void saysWhatHalfAndNineOfTenNeeded() {
        Pace pace = Quantiles.pace(List.of(10, 1, 2, 3, 4, 5, 6, 7, 8, 90).stream()
                .map(Duration::ofDays)
                .toList());

        assertThat(pace).isEqualTo(new Pace(10, Duration.ofDays(5), Duration.ofDays(10)));
        assertThat(new Pace(5, Duration.ofHours(2), Duration.ofHours(25)).getDays())
                .isEqualTo(1);
        assertThat(new Pace(5, Duration.ofHours(2), Duration.ofHours(25)).getNinthDays())
                .isEqualTo(2);
    }

    @Test
    void expectsByTheOwnPastAndElseByTheRule() {
        LocalDate since = LocalDate.of(2026, 3, 2);
        Pace pace = new Pace(5, Duration.ofDays(4), Duration.ofDays(9));

        WaitClock known = WaitClock.expecting("물푸레", since, pace, 14, since.plusDays(5), false);
        assertThat(known.getExpected()).isEqualTo(since.plusDays(4));
        assertThat(known.due()).isNull();
        assertThat(known.getState()).isEqualTo("due"); // slower than usual, but nothing promised is late

        WaitClock unknown = WaitClock.expecting("물푸레", since, null, 14, since.plusDays(15), false);
        assertThat(unknown.due()).isEqualTo(since.plusDays(14));
        assertThat(unknown.getState()).isEqualTo("late");
    }

    @Test
    void publishesNoFigureThatIsOnePersons() {
        Pace pace = new Pace(9, Duration.ofDays(4), Duration.ofDays(9));

        assertThat(new StepPace(Step.REVIEW, 2, pace).tellsOfNobody()).isFalse();
        assertThat(new StepPace(Step.REVIEW, 3, pace).tellsOfNobody()).isTrue();
        assertThat(new StepPace(Step.INTEREST_ANSWER, 1, pace).tellsOfNobody()).isTrue();
    }

    private List<Long> days(Step step, UUID holder) {
        return stopwatch.taken().getOrDefault(new Stopwatch.Key(step, holder), List.of()).stream()
                .map(Duration::toDays)
                .toList();
    }

    private void see(int day, String action, @Nullable UUID organization) {
        stopwatch.see(act(day, action, organization, UUID.randomUUID(), Map.of()));
    }

    private HistoryLine act(
            int day, String action, @Nullable UUID organization, UUID actor, Map<String, String> facts) {
        return new HistoryLine(
                UUID.randomUUID(),
                START.plus(Duration.ofDays(day)),
                organization == null ? null : new UserId(actor),
                organization == null ? null : new OrganizationId(organization),
                organization == null ? "expiry" : null,
                action,
                "thing",
                subject,
                facts,
                null,
                null);
    }
}
