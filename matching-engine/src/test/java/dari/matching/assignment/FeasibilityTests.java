package dari.matching.assignment;

import static dari.matching.assignment.RandomInstances.applicant;
import static dari.matching.assignment.RandomInstances.place;
import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.assignment.Finding.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeasibilityTests {

    private static final List<List<String>> A_AND_B = List.of(List.of("a"), List.of("b"));

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(Feasibility.check(new Instance(List.of(applicant("a", "x")), List.of(place("x", 1, "a")))))
                .isEmpty();
    }

    @Test
    void namesWhatDisappoints() {
        Instance instance = new Instance(
                List.of(applicant("a", "x"), applicant("b"), applicant("c", "z")),
                List.of(place("x", 1, "a"), place("y", 1), place("z", 0, "c")),
                List.of(),
                List.of(new Target("far", "region", "far", 1, null)),
                List.of(),
                List.of());
        assertThat(Feasibility.check(instance))
                .containsExactly(
                        new Finding(Problem.FEWER_SEATS_THAN_APPLICANTS, List.of(), List.of("2", "3")),
                        new Finding(Problem.NO_ACCEPTABLE_PLACE, List.of("b", "c"), List.of("2")),
                        new Finding(Problem.NO_ACCEPTABLE_APPLICANT, List.of("y"), List.of("1")),
                        new Finding(Problem.TARGET_OUT_OF_REACH, List.of("far"), List.of("far", "1", "0")));
    }

    @Test
    void namesWhatCannotBeFirst() {
        Instance instance = new Instance(
                List.of(applicant("a", "x"), applicant("b", "y")),
                List.of(
                        new Place("x", 1, A_AND_B, null, 2),
                        new Place("y", 2, A_AND_B, "g", 2),
                        new Place("z", 1, A_AND_B, "g", 1)),
                List.of(new Group("g", 2, 0)),
                List.of(new Target("at g", "region", "far", 3, "g")),
                List.of(new Pair("a", "z")),
                List.of());
        assertThat(Feasibility.check(instance))
                .extracting(Finding::problem)
                .containsExactly(
                        Problem.MINIMUM_ABOVE_CAPACITY,
                        Problem.MINIMUMS_ABOVE_GROUP,
                        Problem.MINIMUMS_ABOVE_APPLICANTS,
                        Problem.TARGET_ABOVE_SEATS,
                        Problem.MINIMUM_OUT_OF_REACH,
                        Problem.MINIMUM_OUT_OF_REACH,
                        Problem.MINIMUM_OUT_OF_REACH,
                        Problem.TARGET_OUT_OF_REACH,
                        Problem.FORCED_AGAINST_WISHES);
    }

    @Test
    void manyAreNamedByTheFirstTwenty() {
        List<Applicant> applicants =
                IntStream.range(0, 50).mapToObj(i -> applicant("a" + i)).toList();
        assertThat(Feasibility.check(new Instance(applicants, List.of(place("x", 50)))))
                .first()
                .satisfies(finding -> {
                    assertThat(finding.about()).hasSize(Finding.MOST);
                    assertThat(finding.arguments()).containsExactly("50");
                });
    }
}
