package dari.matching.lucene;

import dari.matching.dense.UnitVectors;
import dari.matching.retrieval.Engine;
import dari.matching.retrieval.Hit;
import dari.matching.retrieval.Stored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Searches one state of a Lucene index; documents go by their number in it. */
final class LuceneEngine implements Engine<Integer> {

    private static final String TEXT = "text";
    private static final String TOKENS = "tokens";
    private static final String VECTOR = "vector";

    private final IndexSearcher searcher;
    private final DecodedParts parts;
    private @Nullable WordScores words;

    /** @param parts of the index, kept from search to search */
    LuceneEngine(IndexSearcher searcher, DecodedParts parts) {
        this.searcher = searcher;
        this.parts = parts;
    }

    static DecodedParts parts() {
        return new DecodedParts(TEXT);
    }

    /**
     * Adds what this engine searches. The tokens are stored beside the inverted index, for feedback.
     *
     * @param vector of length 1; null when the document has none
     */
    static void addTo(Document document, List<String> tokens, float @Nullable [] vector) {
        String text = String.join(" ", tokens);
        document.add(new TextField(TEXT, text, Field.Store.NO));
        document.add(new BinaryDocValuesField(TOKENS, new BytesRef(text)));
        if (vector != null) {
            document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
    }

    @Override
    public List<Hit<Integer>> words(Map<String, Double> weights, int limit) throws IOException {
        WordScores scores = words;
        if (scores == null) {
            scores = new WordScores(searcher, TEXT, parts);
            words = scores;
        }
        return scores.best(weights, limit);
    }

    @Override
    public List<Hit<Integer>> nearest(float[] vector, int limit) throws IOException {
        List<Integer> near = new ArrayList<>();
        for (ScoreDoc hit : best(new KnnFloatVectorQuery(VECTOR, vector, limit), limit)) {
            near.add(hit.doc);
        }
        List<Hit<Integer>> hits = new ArrayList<>();
        cosines(near, vector).forEach((document, cosine) -> hits.add(new Hit<>(document, cosine)));
        hits.sort(Comparator.comparingDouble((Hit<Integer> hit) -> hit.score())
                .reversed()
                .thenComparing(Hit::document));
        return hits;
    }

    private ScoreDoc[] best(Query query, int limit) throws IOException {
        int documents = searcher.getIndexReader().maxDoc();
        return documents == 0 ? new ScoreDoc[0] : searcher.search(query, Math.min(limit, documents)).scoreDocs;
    }

    @Override
    public Map<Integer, Double> cosines(Collection<Integer> documents, float[] vector) throws IOException {
        Map<Integer, Double> cosines = new HashMap<>();
        Vectors vectors = new Vectors();
        for (int document : documents.stream().sorted().toList()) {
            float @Nullable [] found = vectors.of(document);
            if (found != null) {
                cosines.put(document, UnitVectors.dot(vector, found));
            }
        }
        return cosines;
    }

    @Override
    public List<Stored> stored(List<Integer> documents) throws IOException {
        Stored[] stored = new Stored[documents.size()];
        Vectors vectors = new Vectors();
        BinaryValues tokens = new BinaryValues(TOKENS);
        for (int i : forwards(documents)) {
            int document = documents.get(i);
            float @Nullable [] vector = vectors.of(document);
            stored[i] = Stored.of(tokens.of(document).utf8ToString(), vector == null ? null : vector.clone());
        }
        return List.of(stored);
    }

    /** The binary values of a field beside each document, in the documents' order. */
    BytesRef[] values(String field, List<Integer> documents) throws IOException {
        BytesRef[] found = new BytesRef[documents.size()];
        BinaryValues values = new BinaryValues(field);
        for (int i : forwards(documents)) {
            found[i] = BytesRef.deepCopyOf(values.of(documents.get(i)));
        }
        return found;
    }

    /** Documents that are not among those found, in the order of the index. */
    List<Integer> others(Set<Integer> found, int limit) throws IOException {
        List<Integer> others = new ArrayList<>();
        for (ScoreDoc hit : best(new MatchAllDocsQuery(), found.size() + limit)) {
            if (!found.contains(hit.doc) && others.size() < limit) {
                others.add(hit.doc);
            }
        }
        return others;
    }

    /** Places in the list, in the order of the index: what is stored in columns is read forwards only. */
    private static Integer[] forwards(List<Integer> documents) {
        Integer[] order = new Integer[documents.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(documents::get));
        return order;
    }

    /** Follows documents forwards through the parts of the index. */
    private abstract class Column {

        private @Nullable LeafReaderContext leaf;

        /** The document's number in its part; the part is entered when it is another one. */
        int enter(int document) throws IOException {
            LeafReaderContext current = leaf;
            if (current == null
                    || document >= current.docBase + current.reader().maxDoc()) {
                List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
                current = leaves.get(ReaderUtil.subIndex(document, leaves));
                leaf = current;
                enter(current);
            }
            return document - current.docBase;
        }

        abstract void enter(LeafReaderContext entered) throws IOException;
    }

    private final class Vectors extends Column {

        private @Nullable FloatVectorValues values;

        @Override
        void enter(LeafReaderContext entered) throws IOException {
            values = entered.reader().getFloatVectorValues(VECTOR);
        }

        /** Valid until the next call. */
        float @Nullable [] of(int document) throws IOException {
            int inLeaf = enter(document);
            FloatVectorValues current = values;
            if (current == null) {
                return null;
            }
            int at = current.docID() < inLeaf ? current.advance(inLeaf) : current.docID();
            return at == inLeaf ? current.vectorValue() : null;
        }
    }

    private final class BinaryValues extends Column {

        private final String field;
        private @Nullable BinaryDocValues values;

        BinaryValues(String field) {
            this.field = field;
        }

        @Override
        void enter(LeafReaderContext entered) throws IOException {
            values = DocValues.getBinary(entered.reader(), field);
        }

        /** Valid until the next call. */
        BytesRef of(int document) throws IOException {
            int inLeaf = enter(document);
            BinaryDocValues current = values;
            if (current == null || !current.advanceExact(inLeaf)) {
                throw new IllegalStateException("a document was stored without its " + field);
            }
            return current.binaryValue();
        }
    }
}
