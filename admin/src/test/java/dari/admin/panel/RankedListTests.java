package dari.admin.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dari.admin.CallRules;
import dari.admin.DecisionOutcome;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RankedListTests {

    private static final Instant EARLY = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-02T00:00:00Z");

    private int count;

    @Test
    void placesThenReserveThenTheRestAndNobodyBelowThePassMark() {
        List<RankedList.Row> rows = RankedList.of(
                List.of(
                        entry(List.of(39.0), 0),
                        entry(List.of(90.0), 0),
                        entry(List.of(60.0), 0),
                        entry(List.of(70.0), 0)),
                rules(false, 40, 1, 1));
        assertThat(rows)
                .extracting(row -> row.total().doubleValue(), RankedList.Row::standing)
                .containsExactly(
                        tuple(90.0, PlaceState.OFFERED),
                        tuple(70.0, PlaceState.RESERVE),
                        tuple(60.0, PlaceState.BELOW),
                        tuple(39.0, PlaceState.BELOW));
    }

    @Test
    void theHighestAndTheLowestReviewAreLeftOutFromThreeReviewsOn() {
        CallRules trimmed = rules(true, 0, 0, 0);
        assertThat(RankedList.mean(List.of(10.0, 80.0, 70.0, 100.0), trimmed)).isEqualByComparingTo("75");
        assertThat(RankedList.mean(List.of(10.0, 80.0), trimmed)).isEqualByComparingTo("45");
        assertThat(RankedList.mean(List.of(10.0, 80.0, 70.0, 100.0), rules(false, 0, 0, 0)))
                .isEqualByComparingTo("65");
    }

    @Test
    void aBonusCanLiftOverThePassMarkAndPastOthers() {
        List<RankedList.Row> rows =
                RankedList.of(List.of(entry(List.of(60.0), 0), entry(List.of(58.0), 3)), rules(false, 60, 1, 0));
        assertThat(rows.get(0).entry().bonus()).isEqualTo(3);
        assertThat(rows.get(0).total()).isEqualByComparingTo("61");
        assertThat(rows.get(0).standing()).isEqualTo(PlaceState.OFFERED);
    }

    @Test
    void aTieIsShownAndBrokenByTheWorstReviewThenByTheEarlierSubmission() {
        RankedList.Entry uneven = entry(List.of(60.0, 100.0), 0, EARLY, null);
        RankedList.Entry late = entry(List.of(80.0, 80.0), 0, LATE, null);
        RankedList.Entry early = entry(List.of(80.0, 80.0), 0, EARLY, null);
        List<RankedList.Row> rows = RankedList.of(List.of(uneven, late, early), rules(false, 0, 1, 2));
        assertThat(rows).extracting(RankedList.Row::entry).containsExactly(early, late, uneven);
        assertThat(rows).allMatch(RankedList.Row::tied);
        assertThat(RankedList.of(List.of(uneven), rules(false, 0, 1, 2))).noneMatch(RankedList.Row::tied);
    }

    @Test
    void aVoteOnTheApplicationItselfGoesBeforeItsPoints() {
        List<RankedList.Row> rows = RankedList.of(
                List.of(
                        entry(List.of(95.0), 0, EARLY, DecisionOutcome.REJECTED),
                        entry(List.of(90.0), 0, EARLY, DecisionOutcome.WAITLISTED),
                        entry(List.of(50.0), 0)),
                rules(false, 0, 2, 5));
        assertThat(rows)
                .extracting(RankedList.Row::standing)
                .containsExactly(PlaceState.BELOW, PlaceState.RESERVE, PlaceState.OFFERED);
    }

    private RankedList.Entry entry(List<Double> points, int bonus) {
        return entry(points, bonus, EARLY, null);
    }

    private RankedList.Entry entry(List<Double> points, int bonus, Instant submitted, DecisionOutcome verdict) {
        return new RankedList.Entry(new UUID(0, ++count), points, bonus, submitted, verdict);
    }

    private static CallRules rules(boolean trimmed, int passMark, int places, int reserve) {
        return new CallRules(
                new CallRules.Scoring(trimmed, passMark, Map.of()),
                new CallRules.Reserve(reserve, 7),
                new CallRules.Presentation(null, 20, LocalTime.NOON),
                places);
    }
}
