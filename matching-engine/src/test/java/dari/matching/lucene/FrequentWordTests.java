package dari.matching.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class FrequentWordTests {

    private static final SimScorer SCORER = new SimScorer() {
        @Override
        public float score(float frequency, long length) {
            return frequency / (frequency + 1 + length);
        }
    };

    @Test
    void addsTheScorersScoreToEveryDocument() throws IOException {
        Random random = new Random(1);
        for (int sparse : new int[] {1, 3, 250, 255, 256, 511, 2_000}) {
            Map<Integer, Integer> frequencies = new TreeMap<>();
            for (int document = random.nextInt(sparse); document < 20_000; document += 1 + random.nextInt(2 * sparse)) {
                frequencies.put(document, 1 + random.nextInt(random.nextInt(10) == 0 ? 255 : 5));
            }
            byte[] lengths = new byte[20_000];
            random.nextBytes(lengths);
            FrequentWord word = FrequentWord.read(new Listed(frequencies), frequencies.size() / 2, lengths);
            assertThat(word).isNotNull();
            double[] sums = new double[20_007];
            word.addTo(sums, 7, new Saturation().upTo(word.greatest(), SCORER, 1), 2);
            double[] expected = new double[20_007];
            frequencies.forEach((document, frequency) ->
                    expected[7 + document] = 2 * SCORER.score(frequency, lengths[document] & 0xFF));
            assertThat(sums).containsExactly(expected, org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    @Test
    void aFrequencyBeyondAByteIsNotKept() throws IOException {
        assertThat(FrequentWord.read(new Listed(Map.of(3, 255)), 1, new byte[4]))
                .isNotNull();
        assertThat(FrequentWord.read(new Listed(Map.of(3, 256)), 1, new byte[4]))
                .isNull();
    }

    @Test
    void frequencyNoneAddsNothing() {
        float[] shares = new Saturation().upTo(2, SCORER, 1);
        assertThat(Arrays.copyOf(shares, 256)).containsOnly(0);
        assertThat(shares).hasSize(3 * 256);
    }

    /** Documents and how often each has the word. */
    private static final class Listed extends PostingsEnum {

        private final Integer[] documents;
        private final Map<Integer, Integer> frequencies;
        private int at = -1;

        Listed(Map<Integer, Integer> frequencies) {
            this.frequencies = frequencies;
            this.documents = frequencies.keySet().toArray(Integer[]::new);
        }

        @Override
        public int freq() {
            return frequencies.get(docID());
        }

        @Override
        public int docID() {
            return at < 0 ? -1 : at < documents.length ? documents[at] : NO_MORE_DOCS;
        }

        @Override
        public int nextDoc() {
            at++;
            return docID();
        }

        @Override
        public int advance(int target) {
            while (docID() < target) {
                nextDoc();
            }
            return docID();
        }

        @Override
        public long cost() {
            return documents.length;
        }

        @Override
        public int nextPosition() {
            return -1;
        }

        @Override
        public int startOffset() {
            return -1;
        }

        @Override
        public int endOffset() {
            return -1;
        }

        @Override
        public BytesRef getPayload() {
            return new BytesRef();
        }
    }
}
