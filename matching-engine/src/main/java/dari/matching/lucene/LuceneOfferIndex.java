package dari.matching.lucene;

import dari.matching.IndexUnavailable;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.json.MatchingJson;
import dari.matching.text.OfferTokens;
import dari.matching.vocabulary.Vocabulary;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers in a Lucene index, in a directory or in memory; the position is part of each commit. */
public final class LuceneOfferIndex implements OfferIndex {

    private static final String ID = "id";
    private static final String TEXT = "text";
    private static final String JSON = "json";

    private static final Logger log = LoggerFactory.getLogger(LuceneOfferIndex.class);

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final OfferTokens tokens;

    /** An index below a directory, made when it is not there. */
    public static LuceneOfferIndex open(Path directory, Vocabulary vocabulary) {
        try {
            return new LuceneOfferIndex(FSDirectory.open(directory), vocabulary);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    public static LuceneOfferIndex inMemory(Vocabulary vocabulary) {
        try {
            return new LuceneOfferIndex(new ByteBuffersDirectory(), vocabulary);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private LuceneOfferIndex(Directory directory, Vocabulary vocabulary) throws IOException {
        this.directory = directory;
        this.tokens = new OfferTokens(vocabulary);
        this.writer = writer(directory);
        if (position() < 0) {
            writer.deleteAll(); // of another version: not to be searched, built anew by the caller
        }
        this.searchers = new SearcherManager(writer, null);
    }

    /** What is there can be built again from the database: a damaged or foreign index is replaced by an empty one. */
    private static IndexWriter writer(Directory directory) throws IOException {
        try {
            return new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()));
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | NoSuchFileException e) {
            log.warn("the index of offers cannot be read and starts empty: {}", e.getMessage());
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
            return new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()));
        }
    }

    @Override
    public synchronized void apply(List<Change> changes, long position) {
        try {
            for (Change change : changes) {
                if (change instanceof Change.Put put) {
                    writer.updateDocument(new Term(ID, put.offer().id()), document(put.offer()));
                } else if (change instanceof Change.Withdraw withdraw) {
                    writer.deleteDocuments(new Term(ID, withdraw.offerId()));
                }
            }
            commit(position);
        } catch (IOException | AlreadyClosedException e) {
            throw unavailable(e);
        }
    }

    @Override
    public synchronized void rebuild(Iterable<Offer> offers, long position) {
        // Read to the end first: when the source fails half-way, the old content must stay whole.
        List<Offer> all = new ArrayList<>();
        offers.forEach(all::add);
        try {
            writer.deleteAll();
            for (Offer offer : all) {
                writer.addDocument(document(offer));
            }
            commit(position);
        } catch (IOException e) {
            giveUp(e);
            throw unavailable(e);
        }
    }

    /** A half-built index must never be committed by a later change: only a new start writes again. */
    private void giveUp(IOException cause) {
        try {
            writer.rollback();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void commit(long position) throws IOException {
        writer.setLiveCommitData(Map.of("position", Long.toString(position), "schema", tokens.schema())
                .entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    @Override
    public long position() {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data == null) {
            return -1;
        }
        Map<String, String> commit = StreamSupport.stream(data.spliterator(), false)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return tokens.schema().equals(commit.get("schema"))
                ? Long.parseLong(commit.getOrDefault("position", "-1"))
                : -1;
    }

    @Override
    public List<Candidate> search(String text, List<String> codes, int limit) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        tokens.ofQuery(text, codes)
                .forEach(token -> query.add(new TermQuery(new Term(TEXT, token)), BooleanClause.Occur.SHOULD));
        // Everything else fills up, without a score of its own.
        query.add(new BoostQuery(new ConstantScoreQuery(new MatchAllDocsQuery()), 0f), BooleanClause.Occur.SHOULD);
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                ScoreDoc[] hits = searcher.search(query.build(), limit).scoreDocs;
                float best = hits.length == 0 ? 0 : hits[0].score;
                Offer[] offers = offers(searcher.getIndexReader(), hits);
                List<Candidate> found = new ArrayList<>();
                for (int i = 0; i < hits.length; i++) {
                    found.add(new Candidate(offers[i], best == 0 ? 0 : hits[i].score / best));
                }
                return found;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /**
     * The stored offer beside each hit. Kept as doc values, not as a stored field, since those are unpacked in blocks of
     * many documents; doc values are read forwards only, so the hits are visited in the order of the index.
     */
    private static Offer[] offers(IndexReader reader, ScoreDoc[] hits) throws IOException {
        Integer[] order = new Integer[hits.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> hits[i].doc));
        Offer[] offers = new Offer[hits.length];
        LeafReaderContext leaf = null;
        BinaryDocValues values = null;
        for (int i : order) {
            int document = hits[i].doc;
            if (leaf == null
                    || values == null
                    || document >= leaf.docBase + leaf.reader().maxDoc()) {
                leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
                values = DocValues.getBinary(leaf.reader(), JSON);
            }
            if (!values.advanceExact(document - leaf.docBase)) {
                throw new IllegalStateException("an offer was stored without its content");
            }
            BytesRef json = values.binaryValue();
            offers[i] = MatchingJson.mapper().readValue(json.bytes, json.offset, json.length, Offer.class);
        }
        return offers;
    }

    private Document document(Offer offer) {
        Document document = new Document();
        document.add(new StringField(ID, offer.id(), Field.Store.YES));
        document.add(new TextField(TEXT, String.join(" ", tokens.ofOffer(offer)), Field.Store.NO));
        document.add(new BinaryDocValuesField(
                JSON, new BytesRef(MatchingJson.mapper().writeValueAsBytes(offer))));
        return document;
    }

    /** How many offers a search can find. */
    public int size() {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            return reader.numDocs();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
            tokens.close();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private static IndexUnavailable unavailable(Exception cause) {
        return new IndexUnavailable("the Lucene index cannot be read or written", cause);
    }
}
