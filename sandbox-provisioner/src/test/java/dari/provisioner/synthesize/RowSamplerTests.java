package dari.provisioner.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowSamplerTests {

    private static final int[] SIZES = {3, 4, 3, 2};
    private static final List<int[]> GROUPS = List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 3});

    @Test
    void cellsComeInTheirExpectedNumbers() {
        for (int seed = 0; seed < 20; seed++) {
            TreeModel model = model(seed);
            int rows = 5000;
            CodedTable drawn = new RowSampler(new SplittableRandom(seed)).draw(model, rows);
            assertThat(drawn.rows()).isEqualTo(rows);
            int[] root = model.tree().clique(0);
            long[] counts = drawn.count(root);
            for (int cell = 0; cell < counts.length; cell++) {
                assertThat((double) counts[cell]).isCloseTo(rows * model.table(0)[cell], within(1.0));
            }
            for (int[] group : GROUPS) {
                long[] found = drawn.count(group);
                double[] expected = model.marginal(model.tree().holding(SIZES, group), group);
                for (int cell = 0; cell < found.length; cell++) {
                    // a clique's cell is off by less than one for each cell of its separator, all the way from the root
                    assertThat((double) found[cell]).isCloseTo(rows * expected[cell], within(8.0));
                }
            }
        }
    }

    @Test
    void unrelatedColumnsMixEvenly() {
        TreeModel model = model(1);
        CodedTable drawn = new RowSampler(new SplittableRandom(5)).draw(model, 20_000);
        double[] expected = PairAnswers.of(model).pair(0, 3);
        long[] counts = drawn.count(0, 3);
        for (int cell = 0; cell < counts.length; cell++) {
            // independent draws would be off by more than 5 √20000·p(1−p) ≤ 354 once in two million cells
            assertThat((double) counts[cell]).isCloseTo(20_000 * expected[cell], within(354.0));
        }
    }

    @Test
    void refiningKeepsGroupsAndDrawsNoEmptyCode() {
        Grouping grouping = Grouping.of(new int[] {0, 0, 1, 1, 1});
        CodedTable coarse = new CodedTable(new short[][] {{0, 1, 1, 0, 1, 0, 0, 1, 1, 0}}, new int[] {2});
        CodedTable fine = new RowSampler(new SplittableRandom(1))
                .refine(coarse, new Grouping[] {grouping}, new double[][] {{3, 2, 0, 5, 0}}, PublicFacts.none(1));
        for (int row = 0; row < fine.rows(); row++) {
            assertThat(grouping.groupOf(fine.column(0)[row])).isEqualTo(coarse.column(0)[row]);
        }
        assertThat(fine.count(0)).containsExactly(3, 2, 0, 5, 0);
    }

    @Test
    void aGroupThatWasFoundEmptyStillGetsACode() {
        CodedTable coarse = new CodedTable(new short[][] {{0, 0, 0, 0}}, new int[] {1});
        CodedTable fine = new RowSampler(new SplittableRandom(1))
                .refine(
                        coarse,
                        new Grouping[] {Grouping.of(new int[] {0, 0})},
                        new double[][] {{0, 0}},
                        PublicFacts.none(1));
        assertThat(fine.count(0)).containsExactly(2, 2);
    }

    private static TreeModel model(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeModel model = new TreeModel(SIZES, JunctionTree.over(SIZES, GROUPS), GROUPS);
        model.calibrate(SmallWorlds.weights(random, SIZES, GROUPS));
        return model;
    }
}
