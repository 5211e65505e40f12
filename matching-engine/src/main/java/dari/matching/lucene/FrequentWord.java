package dari.matching.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a part that have a word, and how often, two bytes each: the way from the document before in the lower,
 * the frequency in the upper. A way longer than a byte goes in steps where the word stands no times.
 */
final class FrequentWord {

    private static final int LONGEST_STEP = 0xFF;
    private static final int GREATEST_FREQUENCY = 0xFF;
    private static final int STEP = 0xFF;
    private static final int FREQUENCY = 0xFF00;

    private final char[] steps;
    private final int greatest;

    private FrequentWord(char[] steps, int greatest) {
        this.steps = steps;
        this.greatest = greatest;
    }

    /**
     * @param documents about how many there are
     * @return null when the word stands more often in a document than a byte can say
     */
    static @Nullable FrequentWord read(PostingsEnum postings, int documents) throws IOException {
        char[] steps = new char[documents + documents / 2];
        int size = 0;
        int greatest = 0;
        int at = 0;
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            int frequency = postings.freq();
            if (frequency > GREATEST_FREQUENCY) {
                return null;
            }
            greatest = Math.max(greatest, frequency);
            if (size + (doc - at) / LONGEST_STEP >= steps.length) {
                steps = Arrays.copyOf(steps, 2 * (size + (doc - at) / LONGEST_STEP + 1));
            }
            for (; doc - at > LONGEST_STEP; at += LONGEST_STEP) {
                steps[size++] = LONGEST_STEP;
            }
            steps[size++] = (char) (frequency << Byte.SIZE | (doc - at));
            at = doc;
        }
        return new FrequentWord(Arrays.copyOf(steps, size), greatest);
    }

    /** The greatest frequency in a document. */
    int greatest() {
        return greatest;
    }

    long bytes() {
        return 2L * steps.length;
    }

    /**
     * Adds the word's score to the sums of its documents.
     *
     * @param saturation see {@link Saturation#upTo}
     * @param base number of the part's first document among the sums
     */
    void addTo(double[] sums, int base, byte[] lengths, float[] saturation, float weight) {
        int document = 0;
        for (char step : steps) {
            document += step & STEP;
            sums[base + document] += weight * saturation[(step & FREQUENCY) | (lengths[document] & STEP)];
        }
    }
}
