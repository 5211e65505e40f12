package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainLearningTests {

    private static final int SILENT = 77;
    private static final int NOISE = 1000;

    /** Tags in a circle. The first unit's row says which it is; of the others many are silent, and only pairs of tags can tell. */
    private record Text(List<int[]> rows, Tag[] tags) {

        static Text drawn(Random random) {
            List<int[]> rows = new ArrayList<>();
            Tag[] tags = new Tag[2 + random.nextInt(8)];
            for (int unit = 0; unit < tags.length; unit++) {
                boolean told = unit == 0 || random.nextBoolean();
                int tag = unit == 0 ? random.nextInt(Tag.COUNT) : (tags[unit - 1].ordinal() + 1) % Tag.COUNT;
                tags[unit] = Tag.values()[tag];
                rows.add(new int[] {told ? tag : SILENT, NOISE + random.nextInt(50)});
            }
            return new Text(rows, tags);
        }
    }

    @Test
    void learnsWhatCluesAndNeighboursSay() throws IOException {
        Random random = new Random(5);
        ChainLearning learning = new ChainLearning();
        int steps = 3000;
        for (int i = 0; i < steps; i++) {
            Text text = Text.drawn(random);
            learning.learn(text.rows(), text.tags(), 1 - (double) i / steps);
        }
        SequenceModel model = stored(learning);
        for (int i = 0; i < 200; i++) {
            Text text = Text.drawn(random);
            int[] sums = new int[text.tags().length * Tag.COUNT];
            for (int unit = 0; unit < text.tags().length; unit++) {
                model.add(text.rows().get(unit), 2, sums, unit * Tag.COUNT);
            }
            assertThat(model.tags(sums, model.margins(sums), 0)).containsExactly(text.tags());
            assertThat(learning.learn(text.rows(), text.tags(), 0)).isZero();
        }
    }

    private static SequenceModel stored(ChainLearning learning) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        learning.write(new DataOutputStream(bytes));
        ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
        byte[] pairs = in.readNBytes(Tag.COUNT * Tag.COUNT);
        return new SequenceModel(in.readAllBytes(), pairs);
    }
}
