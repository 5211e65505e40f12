package dari.provisioner.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.recipe.PrivacyModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the table, hierarchies and parameters: what the solvers publish is counted again here, the plainest way. */
class SolverTests {

    private static final int TABLES = 1000;

    @Test
    void localRecodingKeepsEveryPromiseOnRandomTables() {
        for (int seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            QuasiTable table = randomTable(random, random.nextInt(4) == 0);
            PrivacyModel model = randomModel(random, PrivacyModel.Recoding.LOCAL);
            Recoding recoding = PersonSuppression.complete(table, model, new LocalSolver(table, model).solve());
            assertKeeps(table, model, recoding, seed);
        }
    }

    @Test
    void globalRecodingKeepsEveryPromiseOnRandomTables() {
        for (int seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            QuasiTable table = randomTable(random, random.nextInt(4) == 0);
            PrivacyModel model = randomModel(random, PrivacyModel.Recoding.GLOBAL);
            Recoding recoding = PersonSuppression.complete(table, model, new GlobalSolver(table, model).solve());
            assertKeeps(table, model, recoding, seed);
        }
    }

    @Test
    void localRecodingNeverLosesMoreThanGlobalWithoutSuppression() {
        for (int seed = 0; seed < 40; seed++) {
            QuasiTable table = randomTable(new Random(seed), false);
            PrivacyModel k = new PrivacyModel(4, null, null, PrivacyModel.Recoding.LOCAL, 0);
            double local = new LocalSolver(table, k).solve().informationLoss(table.hierarchies());
            double global = new GlobalSolver(table, k).solve().informationLoss(table.hierarchies());
            assertThat(local).as("seed %d", seed).isLessThanOrEqualTo(global + 0.02);
        }
    }

    @Test
    void sameTableGivesTheSameAnswer() {
        QuasiTable table = randomTable(new Random(7), false);
        PrivacyModel k = new PrivacyModel(5, null, null, PrivacyModel.Recoding.LOCAL, 0);
        assertThat(new LocalSolver(table, k).solve().classOf())
                .isEqualTo(new LocalSolver(table, k).solve().classOf());
    }

    @Test
    void personsInFewerThanKRareKeptGroupsAreSuppressed() {
        Hierarchy sex = Hierarchy.of(List.of(List.of("F", "*"), List.of("M", "*"), List.of("X", "*")));
        int[] rows = new int[21];
        Arrays.fill(rows, 0, 10, sex.leaf("F"));
        Arrays.fill(rows, 10, 20, sex.leaf("M"));
        rows[20] = sex.leaf("X");
        QuasiTable table =
                new QuasiTable(new Hierarchy[] {sex}, new boolean[] {true}, new int[][] {rows}, null, null, 0);
        Recoding recoding =
                new LocalSolver(table, new PrivacyModel(5, null, null, PrivacyModel.Recoding.LOCAL, 0)).solve();
        assertThat(recoding.classOf()[20]).isEqualTo(Recoding.SUPPRESSED);
        assertThat(Arrays.stream(recoding.classOf())
                        .filter(c -> c == Recoding.SUPPRESSED)
                        .count())
                .isEqualTo(1);
    }

    private static void assertKeeps(QuasiTable table, PrivacyModel model, Recoding recoding, int seed) {
        Map<List<String>, List<Integer>> published = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            int found = recoding.classOf()[row];
            if (found == Recoding.SUPPRESSED) {
                continue;
            }
            List<String> labels = new ArrayList<>();
            for (int a = 0; a < table.attributes(); a++) {
                int node = recoding.nodes().get(found)[a];
                assertThat(table.hierarchies()[a].covers(node, table.leaves()[a][row]))
                        .isTrue();
                if (table.fixed()[a]) {
                    assertThat(table.hierarchies()[a].isLeaf(node)).isTrue();
                }
                labels.add(table.hierarchies()[a].label(node));
            }
            published.computeIfAbsent(labels, l -> new ArrayList<>()).add(row);
        }
        double[] shares = Acceptance.shares(table);
        published.values().forEach(rows -> assertClass(table, model, rows, shares, seed));
    }

    private static void assertClass(
            QuasiTable table, PrivacyModel model, List<Integer> rows, double[] shares, int seed) {
        int[] persons = table.persons();
        Set<Integer> people = new HashSet<>();
        rows.forEach(row -> people.add(persons == null ? row : Integer.valueOf(persons[row])));
        assertThat(people.size()).as("k, seed %d", seed).isGreaterThanOrEqualTo(model.k());
        Map<Integer, Integer> values = new HashMap<>();
        rows.forEach(row -> values.merge(table.sensitive()[row], 1, Integer::sum));
        if (model.l() != null && !model.l().entropy()) {
            assertThat((double) values.size())
                    .as("l, seed %d", seed)
                    .isGreaterThanOrEqualTo(model.l().value());
        }
        if (model.l() != null && model.l().entropy()) {
            double entropy = values.values().stream()
                    .mapToDouble(n -> -1.0 * n / rows.size() * Math.log(1.0 * n / rows.size()))
                    .sum();
            assertThat(entropy)
                    .as("entropy, seed %d", seed)
                    .isGreaterThanOrEqualTo(Math.log(model.l().value()) - 1e-9);
        }
        if (model.t() != null) {
            double distance = 0;
            for (int value = 0; value < shares.length; value++) {
                distance += Math.abs(values.getOrDefault(value, 0) / (double) rows.size() - shares[value]) / 2;
            }
            assertThat(distance)
                    .as("t, seed %d", seed)
                    .isLessThanOrEqualTo(model.t().value() + 1e-9);
        }
    }

    private static PrivacyModel randomModel(Random random, PrivacyModel.Recoding recoding) {
        return new PrivacyModel(
                2 + random.nextInt(6),
                random.nextInt(3) == 0
                        ? new PrivacyModel.Diversity("s", random.nextBoolean(), 1.5 + random.nextDouble())
                        : null,
                random.nextInt(3) == 0 ? new PrivacyModel.Closeness("s", 0.2 + random.nextDouble() / 2) : null,
                recoding,
                random.nextBoolean() ? 0 : random.nextDouble() / 5);
    }

    private static QuasiTable randomTable(Random random, boolean severalRows) {
        int rows = 1 + random.nextInt(400);
        int attributes = 1 + random.nextInt(4);
        Hierarchy[] hierarchies = new Hierarchy[attributes];
        boolean[] fixed = new boolean[attributes];
        int[][] leaves = new int[attributes][rows];
        for (int a = 0; a < attributes; a++) {
            hierarchies[a] = randomHierarchy(random);
            fixed[a] = random.nextInt(8) == 0;
            for (int row = 0; row < rows; row++) {
                leaves[a][row] = (int) (Math.pow(random.nextDouble(), 2) * hierarchies[a].leaves());
            }
        }
        int[] persons = random.ints(rows, 0, Math.max(1, rows / 2)).toArray();
        int[] sensitive = random.ints(rows, 0, 4).toArray();
        return new QuasiTable(hierarchies, fixed, leaves, severalRows ? persons : null, sensitive, 4);
    }

    private static Hierarchy randomHierarchy(Random random) {
        int values = 1 + random.nextInt(12);
        int width = 1 + random.nextInt(4);
        List<List<String>> paths = new ArrayList<>();
        for (int value = 0; value < values; value++) {
            paths.add(List.of("v" + value, "g" + value / width, "h" + value / (width * 2), "*"));
        }
        return Hierarchy.of(paths);
    }
}
