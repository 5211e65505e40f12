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

    /** A hundred rows at the distance allowed and a hundred of the rare value: all but the latter could be published. */
    @Test
    void theBoundOfADistanceIsNearlyReached() {
        int[] whole = new int[1000];
        whole[0] = 1;
        Criteria criteria = criteria(
                PrivacyModel.ofK(5, PrivacyModel.Recoding.GLOBAL, 1)
                        .withT(List.of(PrivacyModel.Closeness.equal("s", 0.2))),
                whole,
                2);
        assertThat(criteria.accepts(100, 100, new int[] {80, 20}, 0)).isTrue();
        assertThat(criteria.accepts(100, 100, new int[] {0, 100}, 0)).isFalse();
        assertThat(criteria.doomed(200, 200, new int[] {80, 120}, 0)).isBetween(99.0, 100.0);
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
