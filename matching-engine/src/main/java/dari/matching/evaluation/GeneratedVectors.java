package dari.matching.evaluation;

import dari.matching.dense.Encoder;
import dari.matching.dense.UnitVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Made-up unit vectors, where speed is measured without a model: the sum of a fixed sparse direction for each word (random
 * indexing; Kanerva et al. 2000). Texts with words in common lie near each other, as a model's vectors do; independent
 * directions would be a case that no model makes and no graph of neighbours can be built for cheaply.
 *
 * @param dimensions length of each vector; 0 for none at all
 */
public record GeneratedVectors(int dimensions) implements Encoder {

    private static final int ENTRIES_PER_WORD = 16;

    /** Steps and mixing of SplitMix64 (Steele, Lea and Flood 2014). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    @Override
    public String name() {
        return "generated-" + dimensions;
    }

    @Override
    public float @Nullable [] ofQuery(String text) {
        if (dimensions == 0) {
            return null;
        }
        float[] sum = new float[dimensions];
        StringTokenizer words = new StringTokenizer(text);
        while (words.hasMoreTokens()) {
            addDirection(words.nextToken().hashCode(), sum);
        }
        return UnitVectors.normalized(sum);
    }

    private static void addDirection(long word, float[] sum) {
        long state = word;
        for (int i = 0; i < ENTRIES_PER_WORD; i++) {
            state += GOLDEN;
            long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            mixed ^= mixed >>> 31;
            sum[(int) ((mixed >>> 1) % sum.length)] += (mixed & 1) == 0 ? 1 : -1;
        }
    }

    @Override
    public List<float @Nullable []> ofDocuments(List<String> texts) {
        List<float @Nullable []> vectors = new ArrayList<>(texts.size());
        texts.forEach(text -> vectors.add(ofQuery(text)));
        return vectors;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
