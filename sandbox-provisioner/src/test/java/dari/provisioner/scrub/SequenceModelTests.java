package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceModelTests {

    private static final int UNITS = 4;

    private final byte[] weights = new byte[SequenceModel.ROWS * Tag.COUNT];
    private final byte[] pairs = new byte[Tag.COUNT * Tag.COUNT];

    /** All 6^4 rows of tags are tried: no other has a higher sum. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersTheRowWithTheHighestSum(long seed) {
        Random random = new Random(seed);
        random.nextBytes(pairs);
        List<int[]> clues = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            int row = random.nextInt(SequenceModel.ROWS);
            clues.add(new int[] {row, i});
            for (int t = 0; t < Tag.COUNT; t++) {
                weights[row * Tag.COUNT + t] = (byte) random.nextInt(100);
            }
        }
        int reluctance = random.nextInt(80) - 40;
        SequenceModel model = new SequenceModel(weights, pairs);
        int[] sums = new int[UNITS * Tag.COUNT];
        for (int unit = 0; unit < UNITS; unit++) {
            model.add(clues.get(unit), clues.get(unit).length, sums, unit * Tag.COUNT);
        }
        Tag[] answer = model.tags(sums, model.margins(sums), reluctance);
        int most = Integer.MIN_VALUE;
        for (int code = 0; code < Math.pow(Tag.COUNT, UNITS); code++) {
            Tag[] tags = new Tag[UNITS];
            for (int i = 0, rest = code; i < UNITS; i++, rest /= Tag.COUNT) {
                tags[i] = Tag.values()[rest % Tag.COUNT];
            }
            most = Math.max(most, sum(clues, tags, reluctance));
        }
        assertThat(sum(clues, answer, reluctance)).isEqualTo(most);
    }

    private int sum(List<int[]> clues, Tag[] tags, int reluctance) {
        int sum = 0;
        for (int i = 0; i < tags.length; i++) {
            for (int row : clues.get(i)) {
                sum += weights[row * Tag.COUNT + tags[i].ordinal()];
            }
            sum -= tags[i] == Tag.OUTSIDE ? reluctance : 0;
            sum += i == 0 ? 0 : pairs[tags[i - 1].ordinal() * Tag.COUNT + tags[i].ordinal()];
        }
        return sum;
    }

    /** Weights of both ends of a byte, more rows than fit one sum of two bytes. */
    @Test
    void sumsUpWhatManyRowsWeigh() {
        Random random = new Random(9);
        random.nextBytes(weights);
        int[] rows = random.ints(700, 0, SequenceModel.ROWS).toArray();
        int[] sums = {1, 2, 3, 4, 5, 6};
        new SequenceModel(weights, pairs).add(rows, rows.length - 1, sums, 0);
        for (int tag = 0; tag < Tag.COUNT; tag++) {
            int expected = tag + 1;
            for (int i = 0; i < rows.length - 1; i++) {
                expected += weights[rows[i] * Tag.COUNT + tag];
            }
            assertThat(sums[tag]).isEqualTo(expected);
        }
    }

    @Test
    void noUnitsHaveNoTags() {
        assertThat(new SequenceModel(weights, pairs).tags(new int[0], new int[0], 0))
                .isEmpty();
    }

    /** Sums that no int holds together. */
    @Test
    void answersForNotesOfAnyLength() {
        int[] sums = new int[300_000 * Tag.COUNT];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = i % Tag.COUNT == 2 ? 15_000 : -15_000;
        }
        SequenceModel model = new SequenceModel(weights, pairs);
        assertThat(model.tags(sums, model.margins(sums), 0)).containsOnly(Tag.values()[2]);
    }
}
