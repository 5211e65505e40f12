package dari.matching.assignment;

import static dari.matching.assignment.RandomInstances.applicant;
import static dari.matching.assignment.RandomInstances.place;
import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.assignment.BoundedAssignment.KeptSeat;
import dari.matching.assignment.BoundedAssignment.Shift;
import dari.matching.assignment.BoundedAssignment.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoftBoundsTests {

    private static final int ROUNDS = 200;

    @Test
    void aTargetSettlesTheCheapestSeatAndSaysWhatItCosts() {
        Instance instance = withTargets(
                new Instance(
                        List.of(
                                applicant("a", "x"),
                                applicant("b", "x"),
                                new Applicant("c", List.of(List.of("x")), Map.of("region", "noncapital")),
                                new Applicant("d", List.of(List.of("x")), Map.of("region", "noncapital"))),
                        List.of(place("x", 2, "a", "b", "c", "d"))),
                new Target("noncapital", "region", "noncapital", 1, null));
        BoundedAssignment bounded = SoftBounds.assign(instance, Optimal.APPLICANTS, 0);
        assertThat(bounded.plain().places()).containsEntry("a", "x").containsEntry("b", "x");
        assertThat(bounded.assignment().places()).containsEntry("a", "x").containsEntry("c", "x");
        assertThat(bounded.bounds()).containsExactly(new Standing("noncapital", 1, 0, 1));
        assertThat(bounded.kept()).containsExactly(new KeptSeat("c", "x", "noncapital"));
        assertThat(bounded.shifts()).containsExactly(new Shift("b", "x", null, true), new Shift("c", null, "x", false));
        assertThat(bounded.assignment().blockingPairs())
                .containsExactly(new BlockingPair("b", "x", BlockingPair.Because.FIXED));
    }

    @Test
    void aMinimumMovesWhoLosesLeast() {
        Instance instance = new Instance(
                List.of(applicant("a", "x", "z", "y"), applicant("b", "x", "y"), applicant("c", "x")),
                List.of(
                        place("x", 3, "a", "b", "c"),
                        new Place("y", 1, List.of(List.of("a"), List.of("b")), null, 1),
                        place("z", 1)));
        BoundedAssignment bounded = SoftBounds.assign(instance, Optimal.APPLICANTS, 0);
        assertThat(bounded.kept()).containsExactly(new KeptSeat("b", "y", "y"));
        assertThat(bounded.shifts()).containsExactly(new Shift("b", "x", "y", true));
        assertThat(bounded.assignment().blockingPairs())
                .containsExactly(new BlockingPair("b", "x", BlockingPair.Because.FIXED));
    }

    /** Seating a at q pushes d and e down one wish each; seating b at p pushes only c, though by three. */
    @Test
    void fewerLosersCountMoreThanWishesLost() {
        Instance instance = withTargets(
                new Instance(
                        List.of(
                                new Applicant("a", List.of(List.of("q")), Map.of("region", "far")),
                                new Applicant("b", List.of(List.of("p")), Map.of("region", "far")),
                                applicant("c", "p", "q", "r", "v"),
                                applicant("d", "q", "r"),
                                applicant("e", "r", "s")),
                        List.of(
                                place("p", 1, "c", "b"),
                                place("q", 1, "d", "a"),
                                place("r", 1, "d", "e"),
                                place("s", 1, "e"),
                                place("v", 1, "c"))),
                new Target("far", "region", "far", 1, null));
        BoundedAssignment bounded = SoftBounds.assign(instance, Optimal.APPLICANTS, 0);
        assertThat(bounded.kept()).containsExactly(new KeptSeat("b", "p", "far"));
        assertThat(bounded.shifts()).containsExactly(new Shift("b", null, "p", false), new Shift("c", "p", "v", true));
    }

    /** For the minimum of p, a is settled there; for the target, b at q, which sends c to p of its own accord. */
    @Test
    void aSeatThatALaterBoundMakesSuperfluousIsGivenBack() {
        Instance instance = withTargets(
                new Instance(
                        List.of(
                                applicant("a", "x", "p"),
                                new Applicant("b", List.of(List.of("q")), Map.of("region", "far")),
                                applicant("c", "q", "p"),
                                applicant("d", "q")),
                        List.of(
                                place("x", 1, "a"),
                                place("q", 1, "c", "d", "b"),
                                new Place("p", 2, List.of(List.of("a"), List.of("c")), null, 1))),
                new Target("far at q", "region", "far", 1, "q"));
        BoundedAssignment bounded = SoftBounds.assign(instance, Optimal.APPLICANTS, 0);
        assertThat(bounded.kept()).containsExactly(new KeptSeat("b", "q", "far at q"));
        assertThat(bounded.assignment().places())
                .containsEntry("a", "x")
                .containsEntry("b", "q")
                .containsEntry("c", "p")
                .containsEntry("d", null);
    }

    @ParameterizedTest
    @EnumSource
    void boundsThatThePlainResultMeetsChangeNothing(Optimal optimal) {
        RandomInstances instances = new RandomInstances(11, 7, 4, 2, true);
        for (int round = 0; round < ROUNDS; round++) {
            Instance instance = instances.next();
            Map<String, @Nullable String> plain =
                    DeferredAcceptance.assign(instance, optimal, round).places();
            Instance bounded = withMinimums(
                    instance,
                    id -> Math.toIntExact(
                            plain.values().stream().filter(id::equals).count()));
            BoundedAssignment result = SoftBounds.assign(bounded, optimal, round);
            assertThat(result.assignment().places()).isEqualTo(plain);
            assertThat(result.kept()).isEmpty();
            assertThat(result.shifts()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNeverWorseThanItSays(Optimal optimal) {
        RandomInstances instances = new RandomInstances(12, 7, 4, 2, true);
        int helped = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Instance instance = withTargets(
                    withMinimums(instances.next(), id -> instances.upTo(2)),
                    new Target("elsewhere", "region", "elsewhere", instances.upTo(5), null),
                    new Target("at p1", "region", "capital", instances.upTo(2), "p1"));
            BoundedAssignment bounded = SoftBounds.assign(instance, optimal, round);
            Map<String, @Nullable String> matching = bounded.assignment().places();
            List<Bound> bounds = Bound.of(instance);
            assertThat(bounded.bounds()).hasSameSizeAs(bounds);
            for (int i = 0; i < bounds.size(); i++) {
                assertThat(bounded.bounds().get(i).reached())
                        .isEqualTo(bounds.get(i).count(instance, matching));
            }
            int before = shortfall(bounded, false);
            int after = shortfall(bounded, true);
            assertThat(after).isLessThanOrEqualTo(before);
            assertThat(bounded.kept().isEmpty()).isEqualTo(after == before);
            helped += after < before ? 1 : 0;
            assertThat(bounded.assignment().blockingPairs())
                    .allMatch(pair -> pair.because() == BlockingPair.Because.FIXED)
                    .extracting(BlockingPair::pair)
                    .containsExactlyInAnyOrderElementsOf(
                            new Recount(instance, round, List.of(), matching).blockingPairs());
            assertThat(bounded.plain().places())
                    .isEqualTo(
                            DeferredAcceptance.assign(instance, optimal, round).places());
            assertThat(CertificateCheck.problems(Certificate.of(bounded), instance))
                    .isEmpty();
        }
        assertThat(helped).isGreaterThan(ROUNDS / 6);
    }

    @Test
    void noKeptSeatIsSuperfluous() {
        RandomInstances instances = new RandomInstances(13, 7, 4, 0, false);
        for (int round = 0; round < ROUNDS; round++) {
            Instance instance = withMinimums(instances.next(), id -> instances.upTo(2));
            BoundedAssignment bounded = SoftBounds.assign(instance, Optimal.APPLICANTS, 0);
            for (KeptSeat superfluous : bounded.kept()) {
                List<Pair> fewer = new ArrayList<>();
                bounded.kept().stream()
                        .filter(seat -> !seat.equals(superfluous))
                        .forEach(seat -> fewer.add(new Pair(seat.applicant(), seat.place())));
                Map<String, @Nullable String> without = DeferredAcceptance.assign(
                                instance.withForced(fewer), Optimal.APPLICANTS, 0)
                        .places();
                int missing = Bound.of(instance).stream()
                        .mapToInt(bound -> Math.max(0, bound.atLeast() - bound.count(instance, without)))
                        .sum();
                assertThat(missing).isGreaterThan(shortfall(bounded, true));
            }
        }
    }

    /** With one minimum there is nothing to weigh: it is met exactly when enough seats and applicants are there. */
    @Test
    void oneMinimumIsMetWheneverItCanBe() {
        RandomInstances instances = new RandomInstances(14, 7, 4, 0, false);
        for (int round = 0; round < ROUNDS; round++) {
            int minimum = 1 + instances.upTo(2);
            Instance instance = withMinimums(instances.next(), id -> id.equals("p0") ? minimum : 0);
            Place place = instance.places().get(0);
            long candidates = instance.applicants().stream()
                    .filter(a -> StabilityByDefinition.flat(a.wishes()).contains("p0")
                            && StabilityByDefinition.flat(place.wishes()).contains(a.id()))
                    .count();
            assertThat(SoftBounds.assign(instance, Optimal.APPLICANTS, 0)
                            .bounds()
                            .get(0)
                            .isMet())
                    .isEqualTo(Math.min(candidates, place.capacity()) >= minimum);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfTheInputPlaysNoPart(Optimal optimal) {
        RandomInstances instances = new RandomInstances(15, 7, 4, 2, true);
        for (int round = 0; round < ROUNDS; round++) {
            Instance instance = withTargets(
                    instances.next(), new Target("elsewhere", "region", "elsewhere", instances.upTo(5), null));
            BoundedAssignment one = SoftBounds.assign(instance, optimal, 3);
            BoundedAssignment other = SoftBounds.assign(instances.shuffled(instance), optimal, 3);
            assertThat(other.assignment().places()).isEqualTo(one.assignment().places());
            assertThat(new HashSet<>(other.kept())).isEqualTo(new HashSet<>(one.kept()));
        }
    }

    private static int shortfall(BoundedAssignment bounded, boolean now) {
        return bounded.bounds().stream()
                .mapToInt(bound -> Math.max(0, bound.atLeast() - (now ? bound.reached() : bound.plain())))
                .sum();
    }

    private interface Minimums {
        int of(String id);
    }

    private static Instance withMinimums(Instance instance, Minimums minimums) {
        return new Instance(
                instance.applicants(),
                instance.places().stream()
                        .map(p -> new Place(p.id(), p.capacity(), p.wishes(), p.group(), minimums.of(p.id())))
                        .toList(),
                instance.groups(),
                instance.targets(),
                instance.forced(),
                instance.forbidden());
    }

    private static Instance withTargets(Instance instance, Target... targets) {
        return new Instance(
                instance.applicants(),
                instance.places(),
                instance.groups(),
                List.of(targets),
                instance.forced(),
                instance.forbidden());
    }
}
