package dari.admin.reviewers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dari.admin.reviewers.Calibration.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalibrationTests {

    private static final UUID STRICT = new UUID(0, 1);
    private static final UUID MILD = new UUID(0, 2);

    @Test
    void takesMostOfADifferenceOfStrictnessAwayWhenItIsWellKnown() {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            scores.add(new Score(new UUID(1, i), STRICT, 20 + i));
            scores.add(new Score(new UUID(1, i), MILD, 60 + i));
        }
        Calibration calibration = new Calibration(scores);
        double between = calibration.normalised(scores.get(21)) - calibration.normalised(scores.get(20));
        assertThat(between).isPositive().isLessThan(20);
    }

    @Test
    void movesLittleOnOneReviewAndMoreOnMany() {
        assertThat(moved(1)).isPositive().isLessThan(moved(8));
        assertThat(moved(8)).isLessThan(moved(40));
    }

    /** How far the strict reviewer's first score rises when they gave so many reviews, everybody else far more. */
    private static double moved(int reviews) {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < reviews; i++) {
            scores.add(new Score(new UUID(1, i), STRICT, 30 + i % 2));
        }
        for (int i = 0; i < 400; i++) {
            scores.add(new Score(new UUID(2, i), new UUID(3, i % 10), 50 + i % 21));
        }
        Score first = scores.get(0);
        double mean = scores.stream().mapToDouble(Score::points).average().orElseThrow();
        double strictMean = scores.stream()
                .filter(score -> score.reviewer().equals(STRICT))
                .mapToDouble(Score::points)
                .average()
                .orElseThrow();
        // as a share of the way to the mean, which itself moves with the number of strict reviews
        return (new Calibration(scores).normalised(first) - first.points()) / (mean - strictMean);
    }

    @Test
    void followsItsFormula() {
        List<Score> scores = List.of(
                new Score(new UUID(1, 1), STRICT, 40),
                new Score(new UUID(1, 2), STRICT, 50),
                new Score(new UUID(1, 1), MILD, 70),
                new Score(new UUID(1, 2), MILD, 80));
        // M = 60, S² = 250; strict: n = 2, m = 45, v = 25, m' = (90 + 240) / 6 = 55, v' = (50 + 1000) / 6 = 175
        double expected = 60 + Math.sqrt(250) * (40 - 55) / Math.sqrt(175);
        assertThat(new Calibration(scores).normalised(scores.get(0))).isCloseTo(expected, within(1e-9));
    }

    @Test
    void keepsTheOrderWithinOneReviewerAndTheScale() {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            scores.add(new Score(new UUID(1, i), STRICT, 10.0 * i));
            scores.add(new Score(new UUID(1, i), MILD, 90 + i));
        }
        Calibration calibration = new Calibration(scores);
        double before = -1;
        for (Score score :
                scores.stream().filter(score -> score.reviewer().equals(STRICT)).toList()) {
            double normalised = calibration.normalised(score);
            assertThat(normalised).isBetween(0.0, 100.0).isGreaterThanOrEqualTo(before);
            before = normalised;
        }
    }

    @Test
    void changesNothingWhereThereIsNothingToCompare() {
        Score only = new Score(new UUID(1, 1), STRICT, 75);
        assertThat(new Calibration(List.of(only)).normalised(only)).isEqualTo(75);
        Score same = new Score(new UUID(1, 2), MILD, 75);
        assertThat(new Calibration(List.of(only, same)).normalised(same)).isEqualTo(75);
    }
}
