package dari.matching.assignment;

import static dari.matching.assignment.RandomInstances.applicant;
import static dari.matching.assignment.RandomInstances.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScenarioTests {

    private static final Instance TWO_FOR_ONE_SEAT = new Instance(
            List.of(applicant("a", "x", "y"), applicant("b", "x", "y")),
            List.of(place("x", 1, "a", "b"), place("y", 1, "a", "b")));

    private static final Scenario NOTHING = new Scenario(Map.of(), List.of(), List.of(), List.of());

    @Test
    void oneMoreSeatMovesWhoWantedItAndNobodyElse() {
        Difference difference = difference(new Scenario(Map.of("x", 2), List.of(), List.of(), List.of()));
        assertThat(difference.applicants())
                .containsExactly(new Difference.Moved("b", "y", "x", Difference.Effect.BETTER));
        assertThat(difference.places())
                .containsExactly(
                        new Difference.Changed("x", List.of("b"), List.of()),
                        new Difference.Changed("y", List.of(), List.of("b")));
    }

    @Test
    void whoWithdrawsIsNamedAsSuch() {
        assertThat(difference(new Scenario(Map.of(), List.of(), List.of(), List.of("a")))
                        .applicants())
                .containsExactly(
                        new Difference.Moved("a", "x", null, Difference.Effect.WITHDRAWN),
                        new Difference.Moved("b", "y", "x", Difference.Effect.BETTER));
    }

    @Test
    void pairsAreSettledAndExcluded() {
        assertThat(difference(new Scenario(Map.of(), List.of(new Pair("b", "x")), List.of(), List.of()))
                        .applicants())
                .containsExactly(
                        new Difference.Moved("a", "x", "y", Difference.Effect.WORSE),
                        new Difference.Moved("b", "y", "x", Difference.Effect.BETTER));
        assertThat(difference(new Scenario(Map.of(), List.of(), List.of(new Pair("a", "x")), List.of()))
                        .applicants())
                .hasSize(2);
        assertThat(difference(NOTHING)).isEqualTo(new Difference(List.of(), List.of()));
    }

    @Test
    void theAnswerIsAFreshRunOnTheInstanceAsItWouldHaveBeenWritten() {
        RandomInstances instances = new RandomInstances(21, 6, 4, 2, true);
        for (int round = 0; round < 200; round++) {
            Instance instance = instances.next();
            String gone = instances.anyOf(instance.applicants()).id();
            String grown = instances.anyOf(instance.places()).id();
            Scenario scenario = new Scenario(Map.of(grown, 5), List.of(), List.of(), List.of(gone));
            Assignment before = DeferredAcceptance.assign(instance, Optimal.APPLICANTS, round);
            Assignment after = DeferredAcceptance.assign(scenario.applyTo(instance), Optimal.APPLICANTS, round);
            Map<String, @Nullable String> fresh = DeferredAcceptance.assign(
                            writtenAnew(instance, gone, grown), Optimal.APPLICANTS, round)
                    .places();
            assertThat(after.places()).isEqualTo(fresh);
            List<String> moved = instance.applicants().stream()
                    .map(Applicant::id)
                    .filter(id ->
                            id.equals(gone) || !Objects.equals(before.places().get(id), fresh.get(id)))
                    .toList();
            assertThat(Difference.between(before, after).applicants())
                    .extracting(Difference.Moved::applicant)
                    .isEqualTo(moved);
        }
    }

    @Test
    void refusesStrangersAndContradictions() {
        assertThatThrownBy(
                        () -> new Scenario(Map.of("q", 1), List.of(), List.of(), List.of()).applyTo(TWO_FOR_ONE_SEAT))
                .hasMessage("no place and no group is called q");
        assertThatThrownBy(() -> new Scenario(Map.of(), List.of(), List.of(), List.of("q")).applyTo(TWO_FOR_ONE_SEAT))
                .hasMessage("no applicant is called q");
        assertThatThrownBy(() -> new Scenario(Map.of("x", 0), List.of(new Pair("a", "x")), List.of(), List.of())
                        .applyTo(TWO_FOR_ONE_SEAT))
                .hasMessageContaining("more applicants are forced to x than it has seats");
        assertThatThrownBy(() -> new Scenario(Map.of(), List.of(new Pair("a", "x")), List.of(), List.of("a"))
                        .applyTo(TWO_FOR_ONE_SEAT))
                .hasMessageContaining("is forced, but withdrawn");
        assertThatThrownBy(() -> new Scenario(
                                Map.of(), List.of(new Pair("a", "x"), new Pair("a", "y")), List.of(), List.of())
                        .applyTo(TWO_FOR_ONE_SEAT))
                .hasMessageContaining("is forced to x and to y");
    }

    private static Instance writtenAnew(Instance instance, String gone, String grown) {
        return new Instance(
                instance.applicants().stream().filter(a -> !a.id().equals(gone)).toList(),
                instance.places().stream()
                        .map(p -> new Place(
                                p.id(),
                                p.id().equals(grown) ? 5 : p.capacity(),
                                p.wishes().stream()
                                        .map(tier -> tier.stream()
                                                .filter(id -> !id.equals(gone))
                                                .toList())
                                        .toList(),
                                p.group(),
                                0))
                        .toList(),
                instance.groups(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Difference difference(Scenario scenario) {
        return Difference.between(
                DeferredAcceptance.assign(TWO_FOR_ONE_SEAT, Optimal.APPLICANTS, 0),
                DeferredAcceptance.assign(scenario.applyTo(TWO_FOR_ONE_SEAT), Optimal.APPLICANTS, 0));
    }
}
