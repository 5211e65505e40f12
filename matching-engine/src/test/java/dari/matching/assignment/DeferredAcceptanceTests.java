package dari.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource
    void isStableForAnyWishes(Optimal optimal) {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Instance instance = randomInstance(random, 7, 4, false);
            Assignment assignment = DeferredAcceptance.assign(instance, optimal, round);
            assertThat(assignment.blockingPairs()).isEmpty();
            assertThat(isStable(instance, assignment.places()))
                    .as(instance.toString())
                    .isTrue();
        }
    }

    @Test
    void noOtherStableAssignmentIsBetterForTheSideItIsBestFor() {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            Instance instance = randomInstance(random, 4, 3, false);
            Map<String, @Nullable String> best =
                    DeferredAcceptance.assign(instance, Optimal.APPLICANTS, 0).places();
            Map<String, @Nullable String> worst =
                    DeferredAcceptance.assign(instance, Optimal.PLACES, 0).places();
            for (Map<String, @Nullable String> stable : allStable(instance)) {
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

    /** Roth 1986: who stays without a place, and how many each place takes, is the same in every stable assignment. */
    @Test
    void bothOptimaLeaveTheSamePeopleAndPlacesFree() {
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            Instance instance = randomInstance(random, 8, 4, false);
            Map<String, @Nullable String> one =
                    DeferredAcceptance.assign(instance, Optimal.APPLICANTS, 0).places();
            Map<String, @Nullable String> other =
                    DeferredAcceptance.assign(instance, Optimal.PLACES, 0).places();
            assertThat(unplaced(one)).isEqualTo(unplaced(other));
            assertThat(taken(one)).isEqualTo(taken(other));
        }
    }

    /** Dubins and Freedman 1981: with the applicants' optimum, telling the truth is best for every applicant. */
    @Test
    void noApplicantGainsByOtherWishes() {
        Random random = new Random(4);
        for (int round = 0; round < 60; round++) {
            Instance instance = randomInstance(random, 4, 3, false);
            Map<String, @Nullable String> honest =
                    DeferredAcceptance.assign(instance, Optimal.APPLICANTS, 0).places();
            for (Applicant applicant : instance.applicants()) {
                int reached = position(applicant.wishes(), honest.get(applicant.id()));
                for (List<List<String>> lie : orders(flat(applicant.wishes()))) {
                    List<Applicant> applicants = instance.applicants().stream()
                            .map(a -> a.id().equals(applicant.id()) ? new Applicant(a.id(), lie) : a)
                            .toList();
                    Map<String, @Nullable String> lied = DeferredAcceptance.assign(
                                    new Instance(applicants, instance.places()), Optimal.APPLICANTS, 0)
                            .places();
                    assertThat(position(applicant.wishes(), lied.get(applicant.id())))
                            .isGreaterThanOrEqualTo(reached);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfTheInputPlaysNoPartEvenWithTies(Optimal optimal) {
        Random random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            Instance instance = randomInstance(random, 7, 4, true);
            List<Applicant> applicants = new ArrayList<>(instance.applicants());
            List<Place> places = new ArrayList<>(instance.places());
            Collections.shuffle(applicants, random);
            Collections.shuffle(places, random);
            assertThat(DeferredAcceptance.assign(new Instance(applicants, places), optimal, 9)
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
        assertThatThrownBy(() -> new Instance(List.of(applicant("a"), applicant("a")), List.of()))
                .hasMessage("applicant a stands twice");
    }

    private static Applicant applicant(String id, String... wishes) {
        return new Applicant(id, List.of(wishes).stream().map(List::of).toList());
    }

    private static Place place(String id, int capacity, String... wishes) {
        return new Place(id, capacity, List.of(wishes).stream().map(List::of).toList());
    }

    private static Instance randomInstance(Random random, int applicants, int places, boolean ties) {
        List<String> applicantIds =
                IntStream.range(0, applicants).mapToObj(a -> "a" + a).toList();
        List<String> placeIds =
                IntStream.range(0, places).mapToObj(p -> "p" + p).toList();
        return new Instance(
                applicantIds.stream()
                        .map(id -> new Applicant(id, someOf(placeIds, random, ties)))
                        .toList(),
                placeIds.stream()
                        .map(id -> new Place(id, random.nextInt(4), someOf(applicantIds, random, ties)))
                        .toList());
    }

    private static List<List<String>> someOf(List<String> ids, Random random, boolean ties) {
        List<String> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, random);
        List<List<String>> tiers = new ArrayList<>();
        for (String id : shuffled.subList(0, random.nextInt(ids.size() + 1))) {
            if (ties && !tiers.isEmpty() && random.nextBoolean()) {
                List<String> tier = new ArrayList<>(tiers.remove(tiers.size() - 1));
                tier.add(id);
                tiers.add(tier);
            } else {
                tiers.add(List.of(id));
            }
        }
        return tiers;
    }

    /** Straight from the definition, without the engine's numbers. */
    private static boolean isStable(Instance instance, Map<String, @Nullable String> places) {
        for (Place place : instance.places()) {
            List<String> order = flat(place.wishes());
            List<String> inside = places.entrySet().stream()
                    .filter(entry -> place.id().equals(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (inside.size() > place.capacity() || !order.containsAll(inside)) {
                return false;
            }
            for (Applicant applicant : instance.applicants()) {
                List<String> wishes = flat(applicant.wishes());
                String now = places.get(applicant.id());
                if (now != null && !wishes.contains(now)) {
                    return false;
                }
                boolean rather = wishes.contains(place.id())
                        && position(applicant.wishes(), place.id()) < position(applicant.wishes(), now);
                boolean welcome = order.contains(applicant.id())
                        && (inside.size() < place.capacity()
                                || inside.stream()
                                        .anyMatch(other -> order.indexOf(other) > order.indexOf(applicant.id())));
                if (rather && welcome && place.capacity() > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Map<String, @Nullable String>> allStable(Instance instance) {
        List<Map<String, @Nullable String>> all = new ArrayList<>();
        all.add(new HashMap<>());
        for (Applicant applicant : instance.applicants()) {
            List<Map<String, @Nullable String>> longer = new ArrayList<>();
            List<@Nullable String> choices = new ArrayList<>(flat(applicant.wishes()));
            choices.add(null);
            for (Map<String, @Nullable String> partial : all) {
                for (String choice : choices) {
                    Map<String, @Nullable String> next = new HashMap<>(partial);
                    next.put(applicant.id(), choice);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all.stream().filter(places -> isStable(instance, places)).toList();
    }

    private static List<String> flat(List<List<String>> tiers) {
        return tiers.stream().flatMap(List::stream).toList();
    }

    /** Nothing at all comes after every wish. */
    private static int position(List<List<String>> wishes, @Nullable String id) {
        int at = id == null ? -1 : flat(wishes).indexOf(id);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    private static Set<String> unplaced(Map<String, @Nullable String> places) {
        return places.keySet().stream().filter(id -> places.get(id) == null).collect(Collectors.toSet());
    }

    private static Map<String, Integer> taken(Map<String, @Nullable String> places) {
        Map<String, Integer> taken = new HashMap<>();
        places.values().forEach(id -> {
            if (id != null) {
                taken.merge(id, 1, Integer::sum);
            }
        });
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
