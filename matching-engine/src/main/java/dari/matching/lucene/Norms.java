package dari.matching.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * The lengths of documents as BM25 counts them, one byte each, read once for each part of an index and kept as long as that
 * is open. Thread-safe.
 */
final class Norms {

    private final String field;
    private final Map<IndexReader.CacheKey, byte[]> known = new ConcurrentHashMap<>();

    Norms(String field) {
        this.field = field;
    }

    /** By the document's number in the part. */
    byte[] of(LeafReaderContext part) throws IOException {
        IndexReader.@Nullable CacheHelper helper = part.reader().getCoreCacheHelper();
        if (helper == null) {
            return read(part);
        }
        byte[] found = known.get(helper.getKey());
        if (found == null) {
            found = read(part);
            if (known.putIfAbsent(helper.getKey(), found) == null) {
                helper.addClosedListener(known::remove);
            }
        }
        return found;
    }

    private byte[] read(LeafReaderContext part) throws IOException {
        byte[] norms = new byte[part.reader().maxDoc()];
        NumericDocValues values = part.reader().getNormValues(field);
        if (values != null) {
            for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
                norms[doc] = (byte) values.longValue();
            }
        }
        return norms;
    }
}
