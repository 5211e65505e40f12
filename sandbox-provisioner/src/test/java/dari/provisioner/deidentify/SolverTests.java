package dari.provisioner.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.recipe.PrivacyModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the table, hierarchies, models and limits: what the solvers publish is counted again, the plainest way. */
class SolverTests {

    private static final int TABLES = 1500;

    @ParameterizedTest
    @EnumSource(PrivacyModel.Recoding.class)
    void keepsEveryPromiseOnRandomTables(PrivacyModel.Recoding recoding) {
        int published = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            RandomTables random = new RandomTables(seed);
            boolean population = random.chance(3);
            QuasiTable table = random.table(300, random.chance(4), population);
            PrivacyModel model = random.model(recoding, population);
            Recoding answer = Solving.solve(onlyAsked(table, model), model);
            new NaiveRecount(onlyAsked(table, model), model, "seed " + seed + " " + model).assertKept(answer);
            published += Arrays.stream(answer.classOf()).anyMatch(c -> c >= 0) ? 1 : 0;
        }
        assertThat(published).as("tables of which something is published").isGreaterThan(TABLES / 2);
    }

    /** The sensitive columns in the order in which the model names them. */
    private static QuasiTable onlyAsked(QuasiTable table, PrivacyModel model) {
        QuasiTable.Sensitive[] asked = model.sensitive().stream()
                .map(name -> table.sensitive()[name.charAt(1) - '0'])
                .toArray(QuasiTable.Sensitive[]::new);
        return with(asked, table);
    }

    private static QuasiTable with(QuasiTable.Sensitive[] columns, QuasiTable table) {
        return new QuasiTable(
                table.hierarchies(), table.fixed(), table.leaves(), table.persons(), columns, table.population());
    }

    @Test
    void globalRecodingFindsTheOptimumThatTryingEverythingFinds() {
        for (int seed = 0; seed < 1000; seed++) {
            RandomTables random = new RandomTables(seed);
            boolean population = random.chance(4);
            QuasiTable whole = random.table(120, random.chance(4), population);
            PrivacyModel model = random.model(PrivacyModel.Recoding.GLOBAL, population);
            QuasiTable table = onlyAsked(whole, model);
            double found = new GlobalSolver(table, model).solve().informationLoss(table.hierarchies());
            assertThat(found).as("seed %d %s", seed, model).isEqualTo(leastLoss(table, model), within());
        }
    }

    /** So many sensitive values that rows with different ones stand apart while they are rolled up. */
    @Test
    void globalRecodingFindsTheOptimumOfManySensitiveValues() {
        int asked = 0;
        for (int seed = 0; seed < 150; seed++) {
            RandomTables random = new RandomTables(seed);
            PrivacyModel model = random.model(PrivacyModel.Recoding.GLOBAL, false);
            QuasiTable few = onlyAsked(random.table(120, false, false), model);
            QuasiTable.Sensitive[] many = Arrays.stream(few.sensitive())
                    .map(column -> spread(column, 30))
                    .toArray(QuasiTable.Sensitive[]::new);
            QuasiTable table = with(many, few);
            double found = new GlobalSolver(table, model).solve().informationLoss(table.hierarchies());
            assertThat(found).as("seed %d %s", seed, model).isEqualTo(leastLoss(table, model), within());
            asked += Arrays.stream(many).mapToInt(QuasiTable.Sensitive::size).sum() > 64 ? 1 : 0;
        }
        assertThat(asked).isGreaterThan(20);
    }

    private static QuasiTable.Sensitive spread(QuasiTable.Sensitive column, int times) {
        int[] values = new int[column.values().length];
        Arrays.setAll(values, row -> column.values()[row] * times + row % 3);
        return new QuasiTable.Sensitive(values, column.size() * times);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    private static double leastLoss(QuasiTable table, PrivacyModel model) {
        double least = 1; // everything suppressed
        List<int[]> states = new ArrayList<>(List.of(new int[table.attributes()]));
        for (int a = 0; a < table.attributes(); a++) {
            List<int[]> more = new ArrayList<>();
            for (int[] state : states) {
                for (int level = 0; level < (table.fixed()[a] ? 1 : table.hierarchies()[a].levels()); level++) {
                    int[] copy = state.clone();
                    copy[a] = level;
                    more.add(copy);
                }
            }
            states = more;
        }
        for (int[] levels : states) {
            least = Math.min(least, NaiveLevels.loss(table, model, levels));
        }
        return least;
    }

    @Test
    void moreThanElevenColumnsWork() {
        RandomTables random = new RandomTables(11);
        QuasiTable some = random.table(2000, false, false);
        int columns = 14;
        Hierarchy[] hierarchies = new Hierarchy[columns];
        int[][] leaves = new int[columns][some.rows()];
        java.util.Random draw = new java.util.Random(5);
        Hierarchy coarse = Hierarchy.of(java.util.stream.IntStream.range(0, 16)
                .mapToObj(v -> List.of("v" + v, "g" + v / 2, "h" + v / 4, "i" + v / 8, "*"))
                .toList());
        for (int a = 0; a < columns; a++) {
            hierarchies[a] = coarse;
            leaves[a] = draw.ints(some.rows(), 0, 16).toArray();
        }
        QuasiTable table =
                new QuasiTable(hierarchies, new boolean[columns], leaves, null, new QuasiTable.Sensitive[0], null);
        for (PrivacyModel.Recoding recoding : PrivacyModel.Recoding.values()) {
            PrivacyModel model = PrivacyModel.ofK(5, recoding, 0.05);
            Recoding answer = Solving.solve(table, model);
            new NaiveRecount(table, model, "14 columns").assertKept(answer);
            assertThat(answer.informationLoss(hierarchies)).isLessThan(1);
        }
    }

    @Test
    void localRecodingNeverLosesMoreThanGlobalWithoutSuppression() {
        for (int seed = 0; seed < 40; seed++) {
            QuasiTable table = onlyAsked(
                    new RandomTables(seed).table(400, false, false),
                    PrivacyModel.ofK(4, PrivacyModel.Recoding.LOCAL, 0));
            PrivacyModel k = PrivacyModel.ofK(4, PrivacyModel.Recoding.LOCAL, 0);
            double local = new LocalSolver(table, k).solve().informationLoss(table.hierarchies());
            double global = new GlobalSolver(table, k).solve().informationLoss(table.hierarchies());
            assertThat(local).as("seed %d", seed).isLessThanOrEqualTo(global + 0.02);
        }
    }

    @ParameterizedTest
    @EnumSource(PrivacyModel.Recoding.class)
    void sameTableGivesTheSameAnswer(PrivacyModel.Recoding recoding) {
        PrivacyModel k = PrivacyModel.ofK(5, recoding, 0.1);
        QuasiTable table = onlyAsked(new RandomTables(7).table(400, false, false), k);
        assertThat(Solving.solve(table, k).classOf())
                .isEqualTo(Solving.solve(table, k).classOf());
    }

    @Test
    void personsInFewerThanKRareKeptGroupsAreSuppressed() {
        Hierarchy sex = Hierarchy.of(List.of(List.of("F", "*"), List.of("M", "*"), List.of("X", "*")));
        int[] rows = new int[21];
        Arrays.fill(rows, 0, 10, sex.leaf("F"));
        Arrays.fill(rows, 10, 20, sex.leaf("M"));
        rows[20] = sex.leaf("X");
        QuasiTable table = new QuasiTable(
                new Hierarchy[] {sex},
                new boolean[] {true},
                new int[][] {rows},
                null,
                new QuasiTable.Sensitive[0],
                null);
        Recoding recoding = new LocalSolver(table, PrivacyModel.ofK(5, PrivacyModel.Recoding.LOCAL, 0)).solve();
        assertThat(recoding.classOf()[20]).isEqualTo(Recoding.SUPPRESSED);
        assertThat(Arrays.stream(recoding.classOf())
                        .filter(c -> c == Recoding.SUPPRESSED)
                        .count())
                .isEqualTo(1);
    }
}
