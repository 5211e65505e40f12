package dari.provisioner.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Inference on a junction tree against sums over the whole domain, on a few hundred small random models. */
class TreeModelTests {

    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void everyWantedGroupLiesInACliqueAndEachColumnHangsTogether() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] sizes = SmallWorlds.sizes(random, 2 + random.nextInt(9));
            List<int[]> groups = SmallWorlds.groups(random, sizes.length, random.nextInt(12));
            JunctionTree tree = JunctionTree.over(sizes, groups);
            assertThat(groups).allMatch(g -> tree.holding(sizes, g) >= 0);
            double cells = 0;
            int[] tops = new int[sizes.length];
            for (int c = 0; c < tree.count(); c++) {
                cells += Cells.weight(sizes, tree.clique(c));
                assertThat(tree.parent(c)).isLessThan(c);
                if (c > 0) {
                    assertThat(Cells.containsAll(tree.clique(tree.parent(c)), tree.separator(c)))
                            .isTrue();
                }
                for (int column : tree.clique(c)) {
                    tops[column] += Cells.contains(tree.separator(c), column) ? 0 : 1;
                }
            }
            // a column's cliques form one subtree exactly when one of them alone does not share it with its parent
            assertThat(tops).containsOnly(1);
            assertThat(JunctionTree.cells(sizes, groups)).isEqualTo(cells);
        }
    }

    @Test
    void marginalsAndSumEqualThoseOfTheWholeDomain() {
        for (int seed = 0; seed < 150; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] sizes = SmallWorlds.sizes(random, 2 + random.nextInt(5));
            List<int[]> groups = SmallWorlds.groups(random, sizes.length, 1 + random.nextInt(7));
            double[][] weights = SmallWorlds.weights(random, sizes, groups);
            double[] joint = SmallWorlds.product(sizes, groups, weights);
            TreeModel model = new TreeModel(sizes, JunctionTree.over(sizes, groups), groups);
            assertThat(model.calibrate(weights))
                    .isCloseTo(Math.log(Arrays.stream(joint).sum()), EXACT);
            double[][] marginals = model.factorMarginals();
            for (int g = 0; g < marginals.length; g++) {
                assertThat(marginals[g]).containsExactly(SmallWorlds.marginal(sizes, joint, groups.get(g)), EXACT);
            }
            PairAnswers pairs = PairAnswers.of(model);
            for (int a = 0; a < sizes.length; a++) {
                for (int b = a + 1; b < sizes.length; b++) {
                    assertThat(pairs.pair(a, b))
                            .as("seed %d, pair %d %d", seed, a, b)
                            .containsExactly(SmallWorlds.marginal(sizes, joint, new int[] {a, b}), EXACT);
                }
            }
        }
    }

    @Test
    void aCellThatAFactorForbidsStaysImpossible() {
        int[] sizes = {2, 3, 2};
        List<int[]> groups = List.of(new int[] {0, 1}, new int[] {1, 2});
        double[][] weights = {{1, 0, 2, 0, 0, 1}, {1, 1, 1, 1, 1, 0}};
        TreeModel model = new TreeModel(sizes, JunctionTree.over(sizes, groups), groups);
        model.calibrate(weights);
        double[] joint = SmallWorlds.product(sizes, groups, weights);
        assertThat(model.factorMarginals()[0])
                .containsExactly(SmallWorlds.marginal(sizes, joint, groups.get(0)), EXACT);
        assertThat(PairAnswers.of(model).pair(0, 2))
                .containsExactly(SmallWorlds.marginal(sizes, joint, new int[] {0, 2}), EXACT);
    }

    @Test
    void fittingReachesTheStationaryPointOfWhatItMinimises() {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] sizes = SmallWorlds.sizes(random, 4);
            List<int[]> groups = new ArrayList<>(
                    IntStream.range(0, 4).mapToObj(c -> new int[] {c}).toList());
            groups.add(new int[] {0, 1});
            groups.add(new int[] {1, 2});
            groups.add(new int[] {0, 2, 3});
            double total = 1000;
            double[][] base = IntStream.range(0, 4)
                    .mapToObj(c -> random.doubles(sizes[c], 0.2, 1).toArray())
                    .toArray(double[][]::new);
            List<Measurement> measurements = groups.stream()
                    .map(g -> measurement(random, sizes, g, total))
                    .toList();
            TreeModel model = new TreeModel(sizes, JunctionTree.over(sizes, groups), groups);
            Fitting fitting = new Fitting(model, measurements, base, total);
            double[][] solved = fitting.solve(
                    groups.stream()
                            .map(g -> new double[Cells.product(sizes, g)])
                            .toArray(double[][]::new),
                    500);
            double[][] marginals = model.factorMarginals();
            double[][] counts = Consistency.of(sizes, measurements, total);
            for (int m = 0; m < marginals.length; m++) {
                for (int cell = 0; cell < marginals[m].length; cell++) {
                    double slope =
                            total * marginals[m][cell] - counts[m][cell] + fitting.stiffness(m, cell) * solved[m][cell];
                    assertThat(slope).as("seed %d", seed).isCloseTo(0, within(3.0));
                }
            }
        }
    }

    private static Measurement measurement(SplittableRandom random, int[] sizes, int[] columns, double total) {
        int cells = Cells.product(sizes, columns);
        double[] counts = random.doubles(cells, 0, 2 * total / cells).toArray();
        double[] variances = new double[cells];
        Arrays.fill(variances, random.nextDouble(1, 50)); // one per marginal, as noise has
        return new Measurement(columns, counts, variances);
    }
}
