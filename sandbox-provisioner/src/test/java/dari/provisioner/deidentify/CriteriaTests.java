package dari.provisioner.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.recipe.PrivacyModel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bound by which the global solver skips states: never above what the best way of splitting a group must leave out. */
class CriteriaTests {

    @Test
    void noRandomSplitLeavesOutFewerThanAreDoomed() {
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            int values = 2 + random.nextInt(4);
            double skew = 1 + random.nextInt(4);
            int[] whole = random.doubles(400)
                    .mapToInt(x -> (int) (Math.pow(x, skew) * values))
                    .toArray();
            PrivacyModel model = model(random);
            Criteria criteria = criteria(model, whole, values);
            int[][] parts = new int[1 + random.nextInt(4)][values];
            for (int[] part : parts) {
                int pure = random.nextInt(values);
                for (int row = random.nextInt(60); row >= 0; row--) {
                    part[random.nextInt(3) == 0 ? pure : whole[random.nextInt(400)]]++;
                }
            }
            int[] group = new int[values];
            int leftOut = 0;
            for (int[] part : parts) {
                int rows = Arrays.stream(part).sum();
                Arrays.setAll(group, value -> group[value] + part[value]);
                leftOut += criteria.accepts(rows, rows, part, 0) ? 0 : rows;
            }
            int rows = Arrays.stream(group).sum();
            assertThat(criteria.doomed(rows, rows, group, 0))
                    .as("seed %d %s", seed, model)
                    .isLessThanOrEqualTo(leftOut + 1e-6);
        }
    }

    private static PrivacyModel model(Random random) {
        PrivacyModel k = PrivacyModel.ofK(1 + random.nextInt(8), PrivacyModel.Recoding.GLOBAL, 1);
        double value = 0.05 + random.nextDouble() / 2;
        return switch (random.nextInt(4)) {
            case 0 -> k.withT(List.of(PrivacyModel.Closeness.equal("s", value)));
            case 1 -> k.withT(List.of(PrivacyModel.Closeness.ordered("s", value)));
            case 2 -> k.withL(List.of(new PrivacyModel.Diversity("s", true, 1.1 + random.nextDouble())));
            default -> k.withL(List.of(new PrivacyModel.Diversity("s", false, 2)));
        };
    }

    /** What is published of a group together is itself acceptable: leaving out in every way finds the best. */
    @Test
    void noWayOfLeavingRowsOutBeatsTheBoundOfADistance() {
        for (int seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            int values = 2 + random.nextInt(3);
            int[] whole =
                    random.doubles(50).mapToInt(x -> (int) (x * x * values)).toArray();
            double t = 0.05 + random.nextDouble() / 3;
            PrivacyModel.Closeness close =
                    seed % 2 == 0 ? PrivacyModel.Closeness.equal("s", t) : PrivacyModel.Closeness.ordered("s", t);
            Criteria criteria = criteria(
                    PrivacyModel.ofK(1, PrivacyModel.Recoding.GLOBAL, 1).withT(List.of(close)), whole, values);
            int[] group = random.ints(values, 0, 8).toArray();
            int rows = Arrays.stream(group).sum();
            int left = rows - mostPublishable(criteria, group, new int[values], 0);
            double doomed = rows == 0 ? 0 : criteria.doomed(rows, rows, group, 0);
            assertThat(doomed).as("seed %d %s", seed, close).isLessThanOrEqualTo(left);
        }
    }

    private static int mostPublishable(Criteria criteria, int[] group, int[] chosen, int value) {
        if (value == group.length) {
            int rows = Arrays.stream(chosen).sum();
            return rows > 0 && criteria.accepts(rows, rows, chosen, 0) ? rows : 0;
        }
        int most = 0;
        for (int count = 0; count <= group[value]; count++) {
            chosen[value] = count;
            most = Math.max(most, mostPublishable(criteria, group, chosen, value + 1));
        }
        return most;
    }

    /** Without any of a value that is rarer than t the group may be published; without a more frequent one no row may. */
    @Test
    void aGroupThatLacksMoreThanTLosesEverything() {
        int[] whole = new int[100];
        Arrays.fill(whole, 0, 30, 1); // three of ten
        Criteria criteria = criteria(
                PrivacyModel.ofK(5, PrivacyModel.Recoding.GLOBAL, 1)
                        .withT(List.of(PrivacyModel.Closeness.equal("s", 0.2))),
                whole,
                2);
        assertThat(criteria.doomed(100, 100, new int[] {100, 0}, 0)).isEqualTo(100);
        assertThat(criteria.doomed(100, 100, new int[] {90, 10}, 0)).isZero();
        assertThat(criteria.doomed(100, 100, new int[] {91, 9}, 0)).isEqualTo(10); // 81 and 9 are at the distance
        assertThat(criteria.accepts(90, 90, new int[] {81, 9}, 0)).isTrue();
        assertThat(criteria.accepts(91, 91, new int[] {82, 9}, 0)).isFalse();
    }

    private static Criteria criteria(PrivacyModel model, int[] whole, int values) {
        QuasiTable table = new QuasiTable(
                new Hierarchy[0],
                new boolean[0],
                new int[][] {new int[whole.length]},
                null,
                new QuasiTable.Sensitive[] {new QuasiTable.Sensitive(whole, values)},
                null);
        return new Criteria(model, table);
    }
}
