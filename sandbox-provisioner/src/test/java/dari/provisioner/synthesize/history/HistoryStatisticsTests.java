package dari.provisioner.synthesize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dari.provisioner.synthesize.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistoryStatisticsTests {

    private static final HistoryDomain DOMAIN = SmallHospital.DOMAIN;

    private static History visits(int... kinds) {
        List<History.Contact> contacts = new ArrayList<>();
        for (int kind : kinds) {
            int day = 10 * contacts.size();
            contacts.add(new History.Contact(
                    day, day, kind, List.of(new History.Event(ClinicalTable.CONDITION, kind, day, 0))));
        }
        return new History(0, new short[] {0, 5}, 1950, contacts);
    }

    private static Map<String, Double> distances(List<History> real, List<History> made) {
        HistoryStatistics statistics = HistoryStatistics.ofReal(DOMAIN, real::forEach);
        HistoryStatistics other = statistics.sameColumns();
        made.forEach(other);
        return statistics.distances(other);
    }

    @Test
    void nothingLiesBetweenTheSameHistories() {
        List<History> persons = SmallHospital.persons(50, 1);
        assertThat(distances(persons, persons).values())
                .allSatisfy(d -> assertThat(d).isZero());
    }

    @Test
    void distancesAreThoseComputedByHand() {
        Map<String, Double> distances = distances(List.of(visits(0, 1, 0, 1)), List.of(visits(0, 0, 0, 1, 0)));
        // first contact the same; after 0 (half of all contacts) always 1, here half the time; after 1 (a quarter) the
        // same
        assertThat(distances.get("transitions")).isCloseTo(2.0 / 4 * (2.0 / 3), within(1e-9));
        // 010 and 101, against 000, 001 and 010
        assertThat(distances.get("three kinds in a row")).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(distances.get("contacts of a person")).isEqualTo(1);
        assertThat(distances.get("gap")).isZero();
        assertThat(distances.get("rows of each concept, condition_occurrence")).isCloseTo(0.3, within(1e-9));
        assertThat(distances.get("prevalence of concepts (mean difference), condition_occurrence"))
                .isZero();
    }

    /** What the steward's page holds: real persons twice are as near as can be, and columns drawn apart are far. */
    @Test
    void theStewardsFiguresLieBetweenTheRealPersonsAndColumnsDrawnApart() {
        List<History> persons = SmallHospital.persons(400, 1);
        HistoryLikeness likeness = new HistoryLikeness(DOMAIN, new SplittableRandom(1));
        assertThat(likeness.measures()).as("nobody was read").isEmpty();
        Histories watched = likeness.watching(persons::forEach);
        watched.each(person -> {});
        watched.each(person -> {}); // read again: nobody is counted twice
        persons.forEach(likeness.invented());
        List<Likeness> measures = likeness.measures();
        assertThat(measures).extracting(Likeness::measure).contains("1-way", "2-way", "transitions", "gap");
        assertThat(measures).allSatisfy(figure -> {
            assertThat(figure.released()).as(figure.measure()).isZero();
            assertThat(figure.again()).isBetween(0.0, 0.2);
        });
        assertThat(measures)
                .filteredOn(figure ->
                        figure.measure().equals("2-way") && figure.of().equals("condition_occurrence"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.apart()).isGreaterThan(2 * figure.again()));
    }

    @Test
    void thePredictorFindsWhatIsThere() {
        List<History> persons = SmallHospital.persons(1200, 1);
        List<History> others = SmallHospital.persons(600, 2);
        CodePredictor predictor =
                new CodePredictor(DOMAIN, 2, Map.of(ClinicalTable.CONDITION, List.of(0, 1, 2, 3, 4, 5)));
        predictor.train(persons::forEach);
        assertThat(predictor.areaUnderCurve(others::forEach)).isGreaterThan(0.95);
        assertThat(new CodePredictor(DOMAIN, 2, Map.of()).areaUnderCurve(others::forEach))
                .isEqualTo(0.5); // untrained: all score the same
    }
}
