package dari.matching.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * What every search reads of the parts of an index, unpacked once and kept as long as a part is open: the lengths of
 * documents, and where the words stand that many documents have. Thread-safe.
 */
final class DecodedParts {

    /** Room for the words of all parts, in bytes; what finds none is read from the index every time. */
    private static final long MOST_BYTES = 64L << 20;

    /** A word is kept when one document of so many has it: of a rarer one there is little to read. */
    private static final int ONE_OF = 128;

    private final String field;
    private final Map<IndexReader.CacheKey, Part> known = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    DecodedParts(String field) {
        this.field = field;
    }

    Part of(LeafReaderContext context) throws IOException {
        IndexReader.@Nullable CacheHelper helper = context.reader().getCoreCacheHelper();
        if (helper == null) {
            return new Part(lengths(context), false);
        }
        Part found = known.get(helper.getKey());
        if (found == null) {
            Part fresh = new Part(lengths(context), true);
            found = known.putIfAbsent(helper.getKey(), fresh);
            if (found == null) {
                found = fresh;
                helper.addClosedListener(this::forget);
            }
        }
        return found;
    }

    private void forget(IndexReader.CacheKey key) {
        Part gone = known.remove(key);
        if (gone != null) {
            gone.words.values().forEach(word -> bytes.addAndGet(-word.bytes()));
        }
    }

    private byte[] lengths(LeafReaderContext part) throws IOException {
        byte[] lengths = new byte[part.reader().maxDoc()];
        NumericDocValues values = part.reader().getNormValues(field);
        if (values != null) {
            for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
                lengths[doc] = (byte) values.longValue();
            }
        }
        return lengths;
    }

    /** One part of an index. */
    final class Part {

        private final byte[] lengths;
        private final boolean keepsWords;
        private final Map<String, FrequentWord> words = new ConcurrentHashMap<>();

        private Part(byte[] lengths, boolean keepsWords) {
            this.lengths = lengths;
            this.keepsWords = keepsWords;
        }

        /** The length of each document as BM25 counts it, one byte; not to be changed. */
        byte[] lengths() {
            return lengths;
        }

        /** Where a word stands, when that is kept. */
        @Nullable
        FrequentWord word(String text) {
            return words.get(text);
        }

        /** Whether there is room for a word that so many documents have, and reason to keep it. */
        boolean keeps(int documents) {
            return keepsWords && (long) documents * ONE_OF >= lengths.length && bytes.get() < MOST_BYTES;
        }

        /** Unpacks a word and keeps it; null when it stands too often in a document. */
        @Nullable
        FrequentWord keep(String text, int documents, PostingsEnum postings) throws IOException {
            FrequentWord read = FrequentWord.read(postings, documents, lengths);
            if (read != null && words.putIfAbsent(text, read) == null) {
                bytes.addAndGet(read.bytes());
            }
            return read;
        }
    }
}
