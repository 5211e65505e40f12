package dari.provisioner.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dari.provisioner.release.Assessment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExcessTests {

    @Test
    void agreesWithNewcombesPublishedExample() { // Statistics in Medicine 17, 1998, table II, method 10, contrast (a)
        Assessment.Measured measured = Excess.measure(successes(56, 70), successes(48, 80));
        assertThat(measured.excess()).isCloseTo(0.2, within(1e-4));
        assertThat(measured.lower()).isCloseTo(0.0524, within(1e-4));
        assertThat(measured.upper()).isCloseTo(0.3339, within(1e-4));
    }

    @Test
    void noSuccessAtAllStillLeavesRoomAboveZero() {
        Assessment.Measured measured = Excess.measure(successes(0, 100), successes(0, 100));
        assertThat(measured.excess()).isZero();
        assertThat(measured.upper()).isBetween(0.03, 0.04);
    }

    /** 95 % intervals of 2,000 draws: fewer than 93 % hits would happen by chance once in more than 10,000 runs. */
    @Test
    void coversTheTruthAboutAsOftenAsItSays() {
        Random random = new Random(1);
        int hits = 0;
        int draws = 2000;
        for (int draw = 0; draw < draws; draw++) {
            Assessment.Measured m = Excess.measure(draw(random, 300, 0.3), draw(random, 150, 0.2));
            hits += m.lower() <= 0.1 && 0.1 <= m.upper() ? 1 : 0;
        }
        assertThat(hits).isGreaterThan((int) (draws * 0.93));
    }

    @Test
    void aControlThatDoesNotBehaveSpoilsTheVerdict() {
        Assessment.Measured red = Excess.measure(successes(90, 100), successes(5, 100));
        Assessment.Measured green = Excess.measure(successes(0, 1000), successes(0, 1000));
        assertThat(AttackSuite.verdict(true, green, red, green)).isEqualTo(Assessment.Verdict.PASSED);
        assertThat(AttackSuite.verdict(true, red, red, green)).isEqualTo(Assessment.Verdict.FAILED);
        assertThat(AttackSuite.verdict(true, green, green, green)).isEqualTo(Assessment.Verdict.NOT_BELIEVABLE);
        assertThat(AttackSuite.verdict(true, green, red, red)).isEqualTo(Assessment.Verdict.NOT_BELIEVABLE);
    }

    @Test
    void successThatControlsShareIsStillAFailureWhenItNamesPersons() {
        Assessment.Measured red = Excess.measure(successes(90, 100), successes(5, 100));
        Assessment.Measured green = Excess.measure(successes(0, 1000), successes(0, 1000));
        Assessment.Measured shared = Excess.measure(successes(300, 1000), successes(400, 1000));
        assertThat(AttackSuite.verdict(true, shared, red, green)).isEqualTo(Assessment.Verdict.FAILED);
        assertThat(AttackSuite.verdict(false, shared, red, green)).isEqualTo(Assessment.Verdict.PASSED);
    }

    private static double[] successes(int successes, int of) {
        double[] all = new double[of];
        Arrays.fill(all, 0, successes, 1);
        return all;
    }

    private static double[] draw(Random random, int n, double share) {
        return random.doubles(n).map(d -> d < share ? 1 : 0).toArray();
    }
}
