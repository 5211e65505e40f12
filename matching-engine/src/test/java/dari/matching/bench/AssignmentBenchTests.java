package dari.matching.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.assignment.Instance;
import dari.matching.evaluation.Generated;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssignmentBenchTests {

    @Test
    void countsTheCheckTheAssignmentAndItsReasons() throws IOException {
        Instance instance = Generated.instance(3_000, 20, 10, new SplittableRandom(1));
        Map<String, Object> figures = new AssignmentBench(1).run("assign", instance);
        assertThat(figures)
                .containsEntry("applicants", 3_000)
                .containsEntry("places", 20)
                .containsEntry("wishes", 30_000)
                .containsEntry("blockingPairs", 0);
        assertThat(figures)
                .extractingByKeys("ofThatCheckAndNumbering", "ofThatAssignment", "ofThatWhyNot", "cpuMsMedianOf15")
                .allSatisfy(figure -> assertThat((double) figure).isPositive());
    }
}
