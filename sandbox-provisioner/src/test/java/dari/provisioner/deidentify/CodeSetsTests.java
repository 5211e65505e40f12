package dari.provisioner.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeSetsTests {

    @Test
    void anyKnownCodesAreSharedByKPersons() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int k = 2 + random.nextInt(5);
            int known = 1 + random.nextInt(2);
            List<int[]> sets = randomSets(random);
            List<int[]> kept = CodeSets.protect(sets, k, known);
            for (int person = 0; person < kept.size(); person++) {
                int[] codes = kept.get(person);
                int[] before = sets.get(person);
                assertThat(Arrays.stream(codes).allMatch(code -> has(before, code)))
                        .isTrue();
                for (int a : codes) {
                    for (int b : codes) {
                        if (known == 2 || a == b) {
                            long holders = kept.stream()
                                    .filter(s -> has(s, a) && has(s, b))
                                    .count();
                            assertThat(holders).as("seed %d", seed).isGreaterThanOrEqualTo(k);
                        }
                    }
                }
            }
        }
    }

    @Test
    void keepsEverythingThatIsCommon() {
        List<int[]> sets = List.of(new int[] {1, 2}, new int[] {1, 2}, new int[] {1, 2});
        assertThat(CodeSets.protect(sets, 3, 2)).allSatisfy(s -> assertThat(s).containsExactly(1, 2));
    }

    @Test
    void everyNumberOfRowsIsSharedByKPersons() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int k = 2 + random.nextInt(5);
            int[] counts = random.ints(k + random.nextInt(60), 0, 12).toArray();
            int[] quota = CodeSets.alike(counts, k);
            for (int i = 0; i < quota.length; i++) {
                int rows = quota[i];
                assertThat(rows).isLessThanOrEqualTo(counts[i]);
                assertThat(Arrays.stream(quota).filter(q -> q == rows).count())
                        .as("seed %d", seed)
                        .isGreaterThanOrEqualTo(k);
            }
        }
    }

    private static List<int[]> randomSets(Random random) {
        List<int[]> sets = new ArrayList<>();
        for (int person = random.nextInt(80); person >= 0; person--) {
            sets.add(random.ints(random.nextInt(8), 0, 15)
                    .map(c -> c * c / 15)
                    .distinct()
                    .toArray());
        }
        return sets;
    }

    private static boolean has(int[] codes, int code) {
        return Arrays.stream(codes).anyMatch(c -> c == code);
    }
}
