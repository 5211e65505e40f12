package dari.matching.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a part that have a word. What BM25 must know of each, how often the word stands there and how long it
 * is, makes one number, its kind: frequency × 256 + length as one byte, which is where {@link Saturation} keeps the share.
 */
abstract sealed class FrequentWord permits FrequentWord.Stepped, FrequentWord.Spread {

    private static final int GREATEST_FREQUENCY = 0xFF;
    private static final int BYTE = 0xFF;

    private final int greatest;

    private FrequentWord(int greatest) {
        this.greatest = greatest;
    }

    /**
     * @param documents about how many there are
     * @param lengths of all documents of the part, as BM25 counts them
     * @return null when the word stands more often in a document than a byte can say
     */
    static @Nullable FrequentWord read(PostingsEnum postings, int documents, byte[] lengths) throws IOException {
        int[] found = new int[documents];
        char[] kinds = new char[documents];
        int size = 0;
        int greatest = 0;
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            int frequency = postings.freq();
            if (frequency > GREATEST_FREQUENCY) {
                return null;
            }
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size + 1);
                kinds = Arrays.copyOf(kinds, 2 * size + 1);
            }
            greatest = Math.max(greatest, frequency);
            found[size] = doc;
            kinds[size++] = (char) (frequency << Byte.SIZE | (lengths[doc] & BYTE));
        }
        return Spread.isSmaller(size, lengths.length)
                ? new Spread(found, kinds, size, lengths.length, greatest)
                : Stepped.of(found, kinds, size, greatest);
    }

    /** The greatest frequency in a document. */
    int greatest() {
        return greatest;
    }

    abstract long bytes();

    /**
     * Adds the word's score to the sums of its documents.
     *
     * @param base number of the part's first document among the sums
     * @param saturation see {@link Saturation#upTo}
     */
    abstract void addTo(double[] sums, int base, float[] saturation, float weight);

    /** Three bytes for each document that has it, one of them the way from the document before. */
    static final class Stepped extends FrequentWord {

        private static final int LONGEST_STEP = BYTE;

        private final byte[] steps;
        private final char[] kinds;

        private Stepped(byte[] steps, char[] kinds, int greatest) {
            super(greatest);
            this.steps = steps;
            this.kinds = kinds;
        }

        /** A way longer than a byte goes in steps to where the word stands no times, which is a kind too. */
        static Stepped of(int[] documents, char[] kinds, int size, int greatest) {
            byte[] steps = new byte[size + size / 2];
            char[] stepped = new char[steps.length];
            int next = 0;
            int at = 0;
            for (int i = 0; i < size; i++) {
                int needed = next + (documents[i] - at) / LONGEST_STEP + 1;
                if (needed > steps.length) {
                    steps = Arrays.copyOf(steps, 2 * needed);
                    stepped = Arrays.copyOf(stepped, 2 * needed);
                }
                for (; documents[i] - at > LONGEST_STEP; at += LONGEST_STEP) {
                    steps[next++] = (byte) LONGEST_STEP;
                }
                steps[next] = (byte) (documents[i] - at);
                stepped[next++] = kinds[i];
                at = documents[i];
            }
            return new Stepped(Arrays.copyOf(steps, next), Arrays.copyOf(stepped, next), greatest);
        }

        @Override
        long bytes() {
            return (long) steps.length * (Byte.BYTES + Character.BYTES);
        }

        @Override
        void addTo(double[] sums, int base, float[] saturation, float weight) {
            int document = base;
            for (int i = 0; i < steps.length; i++) {
                document += steps[i] & BYTE;
                sums[document] += weight * saturation[kinds[i]];
            }
        }
    }

    /** Two bytes for each document of the part: for words that most have, smaller, and any document is found at once. */
    static final class Spread extends FrequentWord {

        private final char[] kinds;

        private Spread(int[] documents, char[] kinds, int size, int all, int greatest) {
            super(greatest);
            this.kinds = new char[all];
            for (int i = 0; i < size; i++) {
                this.kinds[documents[i]] = kinds[i];
            }
        }

        static boolean isSmaller(int documents, int all) {
            return (long) documents * (Byte.BYTES + Character.BYTES) > (long) all * Character.BYTES;
        }

        @Override
        long bytes() {
            return (long) kinds.length * Character.BYTES;
        }

        @Override
        void addTo(double[] sums, int base, float[] saturation, float weight) {
            for (int document = 0; document < kinds.length; document++) {
                sums[base + document] += weight * saturation[kinds[document]];
            }
        }

        /** The word's score in one document; 0 when it is not there. */
        float score(int document, float[] saturation, float weight) {
            return weight * saturation[kinds[document]];
        }
    }
}
