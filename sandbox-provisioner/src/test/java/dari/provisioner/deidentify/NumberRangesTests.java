package dari.provisioner.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.recipe.HierarchySpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumberRangesTests {

    private static final HierarchySpec NUMBER = new HierarchySpec("builtin:number", HierarchySpec.Builtin.NUMBER, null);

    @Test
    void everyNumberLiesInItsRangesAndEachRangeInTheNext() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            int digits = random.nextInt(3);
            double size = Math.pow(10, random.nextInt(7) - 1);
            List<String> values = Stream.generate(() -> BigDecimal.valueOf(random.nextGaussian() * size)
                            .setScale(digits, java.math.RoundingMode.HALF_EVEN)
                            .toPlainString())
                    .limit(1 + random.nextInt(60))
                    .toList();
            NumberRanges ranges = new NumberRanges(values);
            for (String value : values) {
                BigDecimal low = new BigDecimal(value);
                BigDecimal high = low;
                for (String label : ranges.path(value)) {
                    String[] bounds = label.substring(1, label.length() - 1).split(",", -1);
                    BigDecimal from = new BigDecimal(bounds[0]);
                    BigDecimal to = new BigDecimal(bounds[1]);
                    assertThat(from).as("seed %d, %s of %s", seed, label, value).isLessThanOrEqualTo(low);
                    assertThat(to).as("seed %d, %s of %s", seed, label, value).isGreaterThanOrEqualTo(high);
                    assertThat(to).isGreaterThan(new BigDecimal(value));
                    low = from;
                    high = to;
                }
            }
        }
    }

    @Test
    void givesAColumnItsLevels() {
        Hierarchy hierarchy = Hierarchies.build(NUMBER, List.of("3", "4", "17", "120", ""), "t.days");
        int leaf = hierarchy.leaf("17");
        assertThat(Stream.of(0, 1, 2, 3, hierarchy.levels() - 1)
                        .map(level -> hierarchy.label(hierarchy.node(leaf, level))))
                .containsExactly("17", "[16,18)", "[16,20)", "[16,24)", "*");
        assertThatThrownBy(() -> Hierarchies.build(NUMBER, List.of("3", "three"), "t.days"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("t.days")
                .hasMessageNotContaining("three");
    }
}
