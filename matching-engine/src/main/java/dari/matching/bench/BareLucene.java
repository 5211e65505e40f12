package dari.matching.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Lucene alone: words and vectors fused by their ranks. */
public final class BareLucene implements BareEngine {

    private static final String TOKENS = "tokens";
    private static final String GROUP = "group";
    private static final String VECTOR = "vector";

    /** Of reciprocal rank fusion (Cormack et al. 2009). */
    private static final int RRF = 60;

    private final Directory directory;
    private @Nullable DirectoryReader reader;

    public BareLucene(Path folder) throws IOException {
        this.directory = FSDirectory.open(folder);
    }

    @Override
    public void build(Iterable<Document> documents) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (Document document : documents) {
                org.apache.lucene.document.Document fields = new org.apache.lucene.document.Document();
                fields.add(new TextField(TOKENS, String.join(" ", document.tokens()), Field.Store.NO));
                fields.add(new StringField(GROUP, document.group(), Field.Store.NO));
                Direction direction = document.direction();
                if (direction != null) {
                    fields.add(
                            new KnnFloatVectorField(VECTOR, direction.vector(), VectorSimilarityFunction.DOT_PRODUCT));
                }
                writer.addDocument(fields);
            }
        }
        reader = DirectoryReader.open(directory);
    }

    @Override
    public int run(Query query) throws IOException {
        DirectoryReader open = reader;
        if (open == null) {
            throw new IllegalStateException("not built");
        }
        IndexSearcher searcher = new IndexSearcher(open);
        TermQuery filter = new TermQuery(new Term(GROUP, query.group()));
        BooleanQuery.Builder words = new BooleanQuery.Builder().add(filter, BooleanClause.Occur.FILTER);
        query.tokens().forEach(token -> words.add(new TermQuery(new Term(TOKENS, token)), BooleanClause.Occur.SHOULD));
        ScoreDoc[] byWords = searcher.search(words.build(), HITS).scoreDocs;
        Direction direction = query.direction();
        if (direction == null) {
            return byWords.length;
        }
        Map<Integer, Double> fused = new HashMap<>();
        addRanks(fused, byWords);
        addRanks(
                fused,
                searcher.search(new KnnFloatVectorQuery(VECTOR, direction.vector(), HITS, filter), HITS).scoreDocs);
        return (int) fused.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
                .limit(HITS)
                .count();
    }

    private static void addRanks(Map<Integer, Double> fused, ScoreDoc[] hits) {
        for (int rank = 0; rank < hits.length; rank++) {
            fused.merge(hits[rank].doc, 1.0 / (RRF + rank + 1), Double::sum);
        }
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(reader, directory);
    }
}
