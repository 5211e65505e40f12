package dari.matching.dense;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A model small enough to be understood: each English word has a direction of its own; Korean text has none. */
public final class WordVectors implements Encoder {

    private static final int DIMENSIONS = 32;

    private final String name;
    private final List<String> read = new ArrayList<>();

    public WordVectors(String name) {
        this.name = name;
    }

    /** The documents that were read, in their order. */
    public List<String> read() {
        return List.copyOf(read);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float @Nullable [] ofQuery(String text) {
        if (Hangul.isKorean(text) || text.isBlank()) {
            return null;
        }
        float[] sum = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            Random random = new Random(word.hashCode());
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += (float) random.nextGaussian();
            }
        }
        return UnitVectors.normalized(sum);
    }

    @Override
    public List<float @Nullable []> ofDocuments(List<String> texts) {
        List<float @Nullable []> vectors = new ArrayList<>();
        for (String text : texts) {
            read.add(text);
            vectors.add(ofQuery(text));
        }
        return vectors;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
