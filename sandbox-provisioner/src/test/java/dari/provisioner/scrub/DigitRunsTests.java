package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DigitRunsTests {

    private static final String SIGNS = "0123456789 a가-";

    @Test
    void areWhatAnExpressionFinds() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(400); k > 0; k--) {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            assertThat(runs(text.toString())).as(text.toString()).isEqualTo(found(text.toString()));
        }
    }

    @Test
    void endWithTheText() {
        assertThat(runs("")).isEmpty();
        assertThat(runs("7")).containsExactly("0-1 of 1");
        assertThat(runs("7 a12")).containsExactly("0-1 of 1", "3-5 of 2");
    }

    private static List<String> runs(String text) {
        DigitRuns numbers = DigitRuns.of(text);
        List<String> runs = new ArrayList<>();
        for (int run = 0; run < numbers.count(); run++) {
            runs.add(numbers.start(run) + "-" + numbers.end(run) + " of " + numbers.length(run));
        }
        return runs;
    }

    private static List<String> found(String text) {
        List<String> runs = new ArrayList<>();
        for (Matcher run = Pattern.compile("[0-9]+").matcher(text); run.find(); ) {
            runs.add(run.start() + "-" + run.end() + " of " + (run.end() - run.start()));
        }
        return runs;
    }
}
