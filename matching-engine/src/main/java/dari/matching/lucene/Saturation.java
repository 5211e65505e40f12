package dari.matching.lucene;

import java.util.Arrays;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/**
 * How much of its greatest score BM25 gives a word by how often it stands in a document of which length: looked up, where
 * the formula divides. Of one state of an index, for one thread.
 */
final class Saturation {

    private static final int LENGTHS = 256;

    private float[] shares = new float[LENGTHS];

    /**
     * The shares up to a frequency, at frequency × 256 + length as one byte; those of frequency 0 are 0.
     *
     * @param scorer of any word
     * @param most what the scorer gives at most
     */
    float[] upTo(int frequency, SimScorer scorer, float most) {
        int known = shares.length / LENGTHS;
        if (frequency >= known) {
            shares = Arrays.copyOf(shares, (frequency + 1) * LENGTHS);
            for (int times = known; times <= frequency; times++) {
                for (int length = 0; length < LENGTHS; length++) {
                    shares[times * LENGTHS + length] = scorer.score(times, length) / most;
                }
            }
        }
        return shares;
    }
}
