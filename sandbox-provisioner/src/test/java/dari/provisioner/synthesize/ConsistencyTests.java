package dari.provisioner.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConsistencyTests {

    private static final int[] SIZES = {3, 4, 2, 3};
    private static final List<int[]> GROUPS = List.of(
            new int[] {0}, new int[] {1}, new int[] {0, 1}, new int[] {1, 2}, new int[] {0, 1, 3}, new int[] {0, 3});

    @Test
    void marginalsAgreeOnEveryOverlapAndOnTheTotal() {
        SplittableRandom random = new SplittableRandom(1);
        List<Measurement> noisy = GROUPS.stream()
                .map(g -> measurement(
                        g, random.doubles(Cells.product(SIZES, g), 0, 100).toArray(), random))
                .toList();
        double[][] agreed = Consistency.of(SIZES, noisy, 500);
        for (int a = 0; a < agreed.length; a++) {
            assertThat(Arrays.stream(agreed[a]).sum()).isCloseTo(500, within(1e-6));
            for (int b = 0; b < agreed.length; b++) {
                int[] second = GROUPS.get(b);
                int[] common = Arrays.stream(GROUPS.get(a))
                        .filter(c -> Cells.contains(second, c))
                        .toArray();
                assertThat(summed(agreed[a], GROUPS.get(a), common))
                        .containsExactly(summed(agreed[b], second, common), within(1e-6));
            }
        }
    }

    @Test
    void theMorePreciseMarginalMovesLess() {
        Measurement precise = new Measurement(new int[] {0}, new double[] {100, 0, 0}, new double[] {1, 1, 1});
        double[] vague = new double[12];
        double[] variances = new double[12];
        Arrays.fill(vague, 100.0 / 12);
        Arrays.fill(variances, 25);
        double[][] agreed =
                Consistency.of(SIZES, List.of(precise, new Measurement(new int[] {0, 1}, vague, variances)), 100);
        // 4 cells of variance 25 against one of variance 1: a hundred and first of the way
        assertThat(agreed[0][0]).isCloseTo(100 - (100 - 100.0 / 3) / 101, within(1e-6));
    }

    private static Measurement measurement(int[] columns, double[] counts, SplittableRandom random) {
        double[] variances = random.doubles(counts.length, 1, 9).toArray();
        if (columns.length > 1) {
            Arrays.fill(variances, variances[0]);
        }
        return new Measurement(columns, counts, variances);
    }

    private static double[] summed(double[] counts, int[] columns, int[] part) {
        double[] sums = new double[Cells.product(SIZES, part)];
        int[] map = Cells.projection(SIZES, columns, part);
        for (int i = 0; i < counts.length; i++) {
            sums[map[i]] += counts[i];
        }
        return sums;
    }
}
