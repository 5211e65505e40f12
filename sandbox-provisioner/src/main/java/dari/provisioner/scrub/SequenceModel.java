package dari.provisioner.scrub;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A linear chain over units: every clue of a unit and every pair of neighbouring tags has a weight, and the row of tags with the
 * highest sum wins (Viterbi). Weights were learned by an averaged perceptron (Collins 2002); clues are hashed into a table of
 * fixed size (Weinberger et al. 2009) and weights rounded to a byte. Immutable.
 */
final class SequenceModel {

    /** Rows of the table of weights. */
    static final int ROWS = 1 << 18;

    private static final String FILE = "sequence-model.bin.gz";

    private final byte[] weights;
    private final byte[] pairs;

    /**
     * @param weights of row r and tag t at {@code r * Tag.COUNT + t}
     * @param pairs of tag a before tag b at {@code a * Tag.COUNT + b}
     */
    SequenceModel(byte[] weights, byte[] pairs) {
        this.weights = weights;
        this.pairs = pairs;
    }

    static SequenceModel ofResource() {
        try (InputStream in = Objects.requireNonNull(SequenceModel.class.getResourceAsStream(FILE), FILE);
                DataInputStream data = new DataInputStream(new GZIPInputStream(in))) {
            byte[] pairs = data.readNBytes(Tag.COUNT * Tag.COUNT);
            byte[] weights = data.readNBytes(ROWS * Tag.COUNT);
            return new SequenceModel(weights, pairs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The best row of tags.
     *
     * @param clues rows of the table, for each unit
     * @param reluctance taken from {@link Tag#OUTSIDE} at every unit: the more, the more is found, and the more wrongly
     */
    Tag[] tags(List<int[]> clues, int reluctance) {
        int n = clues.size();
        int[] best = new int[Tag.COUNT];
        int[] next = new int[Tag.COUNT];
        int[] own = new int[Tag.COUNT];
        byte[] from = new byte[n * Tag.COUNT];
        for (int i = 0; i < n; i++) {
            sum(clues.get(i), own);
            own[0] -= reluctance;
            for (int b = 0; b < Tag.COUNT; b++) {
                int most = i == 0 ? 0 : Integer.MIN_VALUE;
                byte source = 0;
                for (int a = 0; a < Tag.COUNT && i > 0; a++) {
                    int score = best[a] + pairs[a * Tag.COUNT + b];
                    if (score > most) {
                        most = score;
                        source = (byte) a;
                    }
                }
                next[b] = most + own[b];
                from[i * Tag.COUNT + b] = source;
            }
            int[] swap = best;
            best = next;
            next = swap;
        }
        return traced(best, from, n);
    }

    private static Tag[] traced(int[] last, byte[] from, int n) {
        Tag[] all = Tag.values();
        Tag[] tags = new Tag[n];
        int tag = 0;
        for (int t = 1; t < Tag.COUNT; t++) {
            tag = last[t] > last[tag] ? t : tag;
        }
        for (int i = n - 1; i >= 0; i--) {
            tags[i] = all[tag];
            tag = from[i * Tag.COUNT + tag];
        }
        return tags;
    }

    private void sum(int[] rows, int[] own) {
        int s0 = 0;
        int s1 = 0;
        int s2 = 0;
        int s3 = 0;
        int s4 = 0;
        int s5 = 0;
        for (int row : rows) {
            int at = row * Tag.COUNT;
            s0 += weights[at];
            s1 += weights[at + 1];
            s2 += weights[at + 2];
            s3 += weights[at + 3];
            s4 += weights[at + 4];
            s5 += weights[at + 5];
        }
        own[0] = s0;
        own[1] = s1;
        own[2] = s2;
        own[3] = s3;
        own[4] = s4;
        own[5] = s5;
    }
}
