package dari.matching.assignment;

import static dari.matching.assignment.RandomInstances.applicant;
import static dari.matching.assignment.RandomInstances.department;
import static dari.matching.assignment.RandomInstances.place;
import static dari.matching.assignment.StabilityByDefinition.flat;
import static dari.matching.assignment.StabilityByDefinition.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeferredAcceptanceTests {

    private static final int ROUNDS = 300;

    /** Two stable assignments: each side has its own best one. */
    private static final Instance OPPOSED = new Instance(
            List.of(applicant("a", "x", "y"), applicant("b", "y", "x")),
            List.of(place("x", 1, "b", "a"), place("y", 1, "a", "b")));

    @Test
    void eachSideGetsItsOwnBest() {
        assertThat(DeferredAcceptance.assign(OPPOSED, Optimal.APPLICANTS, 0).places())
                .isEqualTo(Map.of("a", "x", "b", "y"));
        assertThat(DeferredAcceptance.assign(OPPOSED, Optimal.PLACES, 0).places())
                .isEqualTo(Map.of("a", "y", "b", "x"));
    }

    @Test
    void saysWhyAPreferredPlaceWasMissed() {
        Instance instance = new Instance(
                List.of(applicant("a", "x", "z", "y"), applicant("b", "x"), applicant("c", "w")),
                List.of(place("x", 1, "b", "a"), place("y", 1, "a"), place("z", 1), place("w", 0, "c")));
        Assignment assignment = DeferredAcceptance.assign(instance, Optimal.APPLICANTS, 0);
        assertThat(assignment.places())
                .containsEntry("a", "y")
                .containsEntry("b", "x")
                .containsEntry("c", null);
        assertThat(assignment.whyNot())
                .isEqualTo(Map.of(
                        "a",
                        List.of(
                                new WhyNot("x", WhyNot.Reason.FULL, 2, 1),
                                new WhyNot("z", WhyNot.Reason.NOT_LISTED, null, null)),
                        "c",
                        List.of(new WhyNot("w", WhyNot.Reason.NO_CAPACITY, 1, null))));
        assertThat(assignment.blockingPairs()).isEmpty();
    }

    @Test
    void aGroupTakesNoMoreThanItsOwnSeatsAndItsFirstChoicesBeforeSecondOnes() {
        Instance instance = new Instance(
                List.of(applicant("a", "heart"), applicant("b", "heart"), applicant("c", "eye", "far")),
                List.of(
                        department("heart", "hospital", 2, "a", "b"),
                        department("eye", "hospital", 2, "c"),
                        place("far", 1, "c")),
                List.of(new Group("hospital", 2, 0)),
                List.of(),
                List.of(),
                List.of());
        Assignment assignment = DeferredAcceptance.assign(instance, Optimal.APPLICANTS, 0);
        assertThat(assignment.places())
                .containsEntry("a", "heart")
                .containsEntry("b", null)
                .containsEntry("c", "eye");
        assertThat(assignment.blockingPairs()).isEmpty();
        assertThat(assignment.whyNot())
                .isEqualTo(Map.of("b", List.of(new WhyNot("heart", WhyNot.Reason.GROUP_FULL, 2, 1))));
        assertThat(assignment.whyNotTaken())
                .containsEntry("heart", List.of(new WhyNotTaken("b", WhyNotTaken.Reason.GROUP_FULL, 2)));
    }

    @Test
    void saysWhyAPlaceMissedAnApplicantWithoutSayingWhereTheApplicantIs() {
        Instance instance = new Instance(
                List.of(applicant("a", "x", "y"), applicant("b"), applicant("c", "y"), applicant("d", "y")),
                List.of(place("x", 1, "a"), place("y", 1, "a", "b", "c", "d")));
        Assignment assignment = DeferredAcceptance.assign(instance, Optimal.APPLICANTS, 0);
        assertThat(assignment.whyNotTaken())
                .isEqualTo(Map.of(
                        "y",
                        List.of(
                                new WhyNotTaken("a", WhyNotTaken.Reason.PREFERRED_ANOTHER, 1),
                                new WhyNotTaken("b", WhyNotTaken.Reason.NOT_WISHED, 2))));
    }

    @Test
    void saysWhenOnlyTheLotteryDecided() {
        Instance instance = new Instance(
                List.of(applicant("a", "x"), applicant("b", "x"), applicant("c", "x")),
                List.of(new Place("x", 1, List.of(List.of("a", "b"), List.of("c")))));
        Assignment assignment = DeferredAcceptance.assign(instance, Optimal.APPLICANTS, 7);
        String loser = assignment.places().get("a") == null ? "a" : "b";
        assertThat(assignment.whyNot())
                .isEqualTo(Map.of(
                        loser,
                        List.of(new WhyNot("x", WhyNot.Reason.LOTTERY, 2, 1)),
                        "c",
                        List.of(new WhyNot("x", WhyNot.Reason.FULL, 3, 1))));
    }

    @Test
    void settledAndExcludedPairsAreKeptAndTheirCostIsShown() {
        Instance instance = new Instance(
                List.of(applicant("a", "x", "y"), applicant("b", "x"), applicant("c", "y")),
                List.of(place("x", 1, "a", "b"), place("y", 2, "a", "c")),
                List.of(),
                List.of(),
                List.of(new Pair("b", "x")),
                List.of(new Pair("c", "y")));
        for (Optimal optimal : Optimal.values()) {
            Assignment assignment = DeferredAcceptance.assign(instance, optimal, 0);
            assertThat(assignment.places())
                    .containsEntry("a", "y")
                    .containsEntry("b", "x")
                    .containsEntry("c", null);
            assertThat(assignment.blockingPairs())
                    .containsExactly(new BlockingPair("a", "x", BlockingPair.Because.FIXED));
            assertThat(assignment.whyNot())
                    .isEqualTo(Map.of(
                            "a", List.of(new WhyNot("x", WhyNot.Reason.FIXED, 1, null)),
                            "c", List.of(new WhyNot("y", WhyNot.Reason.FORBIDDEN, null, 1))));
            assertThat(assignment.whyNotTaken().get("y"))
                    .containsExactly(new WhyNotTaken("c", WhyNotTaken.Reason.FORBIDDEN, 2));
        }
    }

    @ParameterizedTest
    @CsvSource({"APPLICANTS,0", "PLACES,0", "APPLICANTS,2", "PLACES,2"})
    void isStableForAnyWishes(Optimal optimal, int groups) {
        RandomInstances instances = new RandomInstances(1, 7, 4, groups, false);
        for (int round = 0; round < ROUNDS; round++) {
            Instance instance = instances.next();
            Assignment assignment = DeferredAcceptance.assign(instance, optimal, round);
            assertThat(assignment.blockingPairs()).isEmpty();
            assertThat(new StabilityByDefinition(instance, round).isStable(assignment.places()))
                    .as(instance.toString())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void noOtherStableAssignmentIsBetterForTheSideItIsBestFor(int groups) {
        RandomInstances instances = new RandomInstances(2, 4, 3, groups, false);
        for (int round = 0; round < ROUNDS; round++) {
            Instance instance = instances.next();
            Map<String, @Nullable String> best =
                    DeferredAcceptance.assign(instance, Optimal.APPLICANTS, 0).places();
            Map<String, @Nullable String> worst =
                    DeferredAcceptance.assign(instance, Optimal.PLACES, 0).places();
            for (Map<String, @Nullable String> stable : new StabilityByDefinition(instance, 0).allStable()) {
                for (Applicant applicant : instance.applicants()) {
                    int got = position(applicant.wishes(), stable.get(applicant.id()));
                    assertThat(position(applicant.wishes(), best.get(applicant.id())))
                            .isLessThanOrEqualTo(got);
                    assertThat(position(applicant.wishes(), worst.get(applicant.id())))
                            .isGreaterThanOrEqualTo(got);
                }
            }
        }
    }

    /**
     * Roth 1986: who stays without a place, and how many each place takes, is the same in every stable assignment. With
     * groups (Fleiner 2003) it is how many each group takes, and each place of a group that has a seat left.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void everyStableAssignmentLeavesTheSamePeopleAndSeatsFree(int groups) {
        RandomInstances instances = new RandomInstances(3, 4, 3, groups, false);
        for (int round = 0; round < ROUNDS; round++) {
            Instance instance = instances.next();
            Map<String, @Nullable String> one =
                    DeferredAcceptance.assign(instance, Optimal.APPLICANTS, 0).places();
            for (Map<String, @Nullable String> other : new StabilityByDefinition(instance, 0).allStable()) {
                assertThat(unplaced(one)).isEqualTo(unplaced(other));
                assertThat(taken(instance, one)).isEqualTo(taken(instance, other));
            }
        }
    }

    /** Dubins and Freedman 1981: with the applicants' optimum, telling the truth is best for every applicant. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void noApplicantGainsByOtherWishes(int groups) {
        RandomInstances instances = new RandomInstances(4, 4, 3, groups, false);
        for (int round = 0; round < 60; round++) {
            Instance instance = instances.next();
            Map<String, @Nullable String> honest =
                    DeferredAcceptance.assign(instance, Optimal.APPLICANTS, 0).places();
            for (Applicant applicant : instance.applicants()) {
                int reached = position(applicant.wishes(), honest.get(applicant.id()));
                for (List<List<String>> lie : orders(flat(applicant.wishes()))) {
                    List<Applicant> applicants = instance.applicants().stream()
                            .map(a -> a.id().equals(applicant.id()) ? new Applicant(a.id(), lie) : a)
                            .toList();
                    Map<String, @Nullable String> lied = DeferredAcceptance.assign(
                                    new Instance(
                                            applicants,
                                            instance.places(),
                                            instance.groups(),
                                            List.of(),
                                            List.of(),
                                            List.of()),
                                    Optimal.APPLICANTS,
                                    0)
                            .places();
                    assertThat(position(applicant.wishes(), lied.get(applicant.id())))
                            .isGreaterThanOrEqualTo(reached);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"APPLICANTS,0", "PLACES,0", "APPLICANTS,2", "PLACES,2"})
    void theOrderOfTheInputPlaysNoPartEvenWithTies(Optimal optimal, int groups) {
        RandomInstances instances = new RandomInstances(5, 7, 4, groups, true);
        for (int round = 0; round < ROUNDS; round++) {
            Instance instance = instances.next();
            assertThat(DeferredAcceptance.assign(instances.shuffled(instance), optimal, 9)
                            .places())
                    .isEqualTo(DeferredAcceptance.assign(instance, optimal, 9).places());
        }
    }

    @Test
    void theSeedAloneDecidesTies() {
        Instance tied = new Instance(
                List.of(applicant("a", "x"), applicant("b", "x"), applicant("c", "x")),
                List.of(new Place("x", 1, List.of(List.of("a", "b", "c")))));
        Set<Map<String, @Nullable String>> outcomes = IntStream.range(0, 50)
                .mapToObj(seed -> DeferredAcceptance.assign(tied, Optimal.APPLICANTS, seed)
                        .places())
                .collect(Collectors.toSet());
        assertThat(outcomes).hasSize(3);
        assertThat(DeferredAcceptance.assign(tied, Optimal.APPLICANTS, 7).places())
                .isEqualTo(
                        DeferredAcceptance.assign(tied, Optimal.APPLICANTS, 7).places());
    }

    @Test
    void tenThousandWithOneFavouriteDoNotOverflowTheStack() {
        List<Applicant> applicants = IntStream.range(0, 10_000)
                .mapToObj(a -> applicant("a" + a, "x", "y"))
                .toList();
        String[] ids =
                IntStream.range(0, 10_000).mapToObj(a -> "a" + (9_999 - a)).toArray(String[]::new);
        Instance instance = new Instance(applicants, List.of(place("x", 1, ids), place("y", 5_000, ids)));
        Map<String, @Nullable String> places =
                DeferredAcceptance.assign(instance, Optimal.APPLICANTS, 0).places();
        assertThat(places)
                .containsEntry("a9999", "x")
                .containsEntry("a9998", "y")
                .containsEntry("a0", null);
    }

    @Test
    void refusesWhatCannotBeAnInstance() {
        assertThatThrownBy(() -> place("x", -1)).hasMessageContaining("capacity of x is -1");
        assertThatThrownBy(() -> new Instance(List.of(applicant("a", "q")), List.of(place("x", 1))))
                .hasMessage("applicant a names q, which is no place");
        assertThatThrownBy(() -> new Instance(List.of(applicant("a", "x", "x")), List.of(place("x", 1))))
                .hasMessage("applicant a names x twice");
        assertThatThrownBy(() -> instance("a", null, new Pair("a", "x"), new Pair("a", "x")))
                .hasMessageContaining("is forced and forbidden");
        assertThatThrownBy(() -> new Place("x", 1, List.of(), "g", -1)).hasMessageContaining("minimum of x is -1");
        assertThatThrownBy(() -> instance("a", "nowhere", new Pair("a", "x"), new Pair("a", "y")))
                .hasMessage("place x names nowhere, which is no group");
        assertThatThrownBy(() -> instance("a", null, new Pair("q", "x"), new Pair("a", "y")))
                .hasMessage("applicant q and place x: no such applicant");
        assertThatThrownBy(() -> new Instance(List.of(applicant("a"), applicant("a")), List.of()))
                .hasMessage("applicant a stands twice");
    }

    private static Instance instance(String applicant, @Nullable String group, Pair forced, Pair forbidden) {
        return new Instance(
                List.of(applicant(applicant)),
                List.of(new Place("x", 1, List.of(), group, 0), place("y", 1)),
                group == null || group.equals("nowhere") ? List.of() : List.of(new Group("g", 1, 0)),
                List.of(),
                List.of(forced),
                List.of(forbidden));
    }

    private static Set<String> unplaced(Map<String, @Nullable String> places) {
        return places.keySet().stream().filter(id -> places.get(id) == null).collect(Collectors.toSet());
    }

    /** How many each group or lone place takes, and each place of a group that has a seat left. */
    private static Map<String, Long> taken(Instance instance, Map<String, @Nullable String> matching) {
        Map<String, Long> inPlaces = new HashMap<>();
        instance.places()
                .forEach(place -> inPlaces.put(
                        place.id(),
                        matching.values().stream().filter(place.id()::equals).count()));
        Map<String, Long> taken = new HashMap<>(inPlaces);
        for (Group group : instance.groups()) {
            List<String> members = instance.places().stream()
                    .filter(place -> group.id().equals(place.group()))
                    .map(Place::id)
                    .toList();
            long together = members.stream().mapToLong(inPlaces::get).sum();
            taken.put(group.id(), together);
            if (together == group.capacity()) {
                taken.keySet().removeAll(members);
            }
        }
        return taken;
    }

    /** Every order of every part of the wishes. */
    private static List<List<List<String>>> orders(List<String> ids) {
        List<List<List<String>>> all = new ArrayList<>();
        all.add(List.of());
        for (String first : ids) {
            List<String> rest = ids.stream().filter(id -> !id.equals(first)).toList();
            for (List<List<String>> tail : orders(rest)) {
                List<List<String>> order = new ArrayList<>(List.of(List.of(first)));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
