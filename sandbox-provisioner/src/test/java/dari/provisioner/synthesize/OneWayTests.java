package dari.provisioner.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OneWayTests {

    @Test
    void projectionIsTheNearestHistogramOfThatSum() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 200; trial++) {
            double[] counts = random.doubles(1 + random.nextInt(6), -10, 20).toArray();
            double total = random.nextDouble(1, 30);
            double[] nearest = OneWay.projected(counts, total);
            assertThat(Arrays.stream(nearest).sum()).isCloseTo(total, within(1e-9));
            assertThat(Arrays.stream(nearest).allMatch(x -> x >= 0)).isTrue();
            // optimality: moving a little from any cell that has something to any other never comes nearer
            for (int from = 0; from < counts.length; from++) {
                for (int to = 0; to < counts.length; to++) {
                    if (nearest[from] > 1e-6) {
                        assertThat((nearest[from] - counts[from]) - (nearest[to] - counts[to]))
                                .isLessThan(1e-6);
                    }
                }
            }
        }
    }

    @Test
    void levellingBringsNoisyHistogramsNearerToTheTruth() {
        SplittableRandom random = new SplittableRandom(2);
        double[] truth = new double[100];
        Arrays.fill(truth, 0, 40, 90);
        truth[70] = 5000;
        double total = Arrays.stream(truth).sum();
        double raw = 0;
        double shaped = 0;
        for (int trial = 0; trial < 30; trial++) {
            double[] noisy = Arrays.stream(truth)
                    .map(t -> t + 40 * random.nextGaussian())
                    .toArray();
            raw += distance(OneWay.projected(noisy, total), truth);
            shaped += distance(OneWay.shape(noisy, ones(100), 1600, total), truth);
        }
        assertThat(shaped).isLessThan(raw / 2);
    }

    @Test
    void aLevelRunIsLevelPerWidth() {
        // one density over codes of unlike widths, with noise that hides every difference
        double[] widths = {1, 1, 8, 2, 4};
        double[] shape = OneWay.shape(new double[] {12, 7, 79, 22, 38}, widths, 100, 160);
        for (int code = 0; code < widths.length; code++) {
            assertThat(shape[code]).isCloseTo(10 * widths[code], within(1.0));
        }
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void groupsKeepHeavyCodesApartAndNeverOpenWithAnEmptyOne() {
        Grouping grouping = OneWay.groups(new double[] {0, 5, 0, 900, 0, 20, 30, 40, 0, 5}, 4);
        assertThat(grouping.groups()).isLessThanOrEqualTo(4);
        assertThat(grouping.groupOf(3)).isNotEqualTo(grouping.groupOf(1)).isNotEqualTo(grouping.groupOf(5));
        assertThat(grouping.groupOf(0)).isEqualTo(grouping.groupOf(1));
        assertThat(grouping.groupOf(4)).isEqualTo(grouping.groupOf(3));
        Grouping few = OneWay.groups(new double[] {10, 0, 10, 10, 0, 0}, 20);
        assertThat(few.groups()).isEqualTo(3);
        assertThat(OneWay.groups(new double[] {0, 0, 0}, 20).groups()).isEqualTo(1);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
