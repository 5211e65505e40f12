package dari.matching.lucene;

import dari.matching.IndexUnavailable;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.json.MatchingJson;
import dari.matching.retrieval.Hit;
import dari.matching.retrieval.Retrieval;
import dari.matching.vocabulary.Vocabulary;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers in a Lucene index, in a directory or in memory; the position is part of each commit. */
public final class LuceneOfferIndex implements OfferIndex {

    private static final String ID = "id";
    private static final String JSON = "json";

    /** Offers that are read by the model side by side. */
    private static final int BATCH = 64;

    private static final Logger log = LoggerFactory.getLogger(LuceneOfferIndex.class);

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Retrieval retrieval;

    /** An index below a directory, made when it is not there. */
    public static LuceneOfferIndex open(Path directory, Vocabulary vocabulary) {
        return open(directory, Retrieval.lexical(vocabulary));
    }

    /** The same with a retrieval of the caller's choice, which is closed with the index. */
    public static LuceneOfferIndex open(Path directory, Retrieval retrieval) {
        try {
            return new LuceneOfferIndex(FSDirectory.open(directory), retrieval);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    public static LuceneOfferIndex inMemory(Vocabulary vocabulary) {
        return inMemory(Retrieval.lexical(vocabulary));
    }

    /** The same with a retrieval of the caller's choice, which is closed with the index. */
    public static LuceneOfferIndex inMemory(Retrieval retrieval) {
        try {
            return new LuceneOfferIndex(new ByteBuffersDirectory(), retrieval);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private LuceneOfferIndex(Directory directory, Retrieval retrieval) throws IOException {
        this.directory = directory;
        this.retrieval = retrieval;
        this.writer = writer(directory);
        if (position() < 0) {
            writer.deleteAll(); // of another version: not to be searched, built anew by the caller
        }
        this.searchers = new SearcherManager(writer, null);
    }

    /** What is there can be built again from the database: a damaged or foreign index is replaced by an empty one. */
    private static IndexWriter writer(Directory directory) throws IOException {
        try {
            return new IndexWriter(directory, configuration());
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
            return new IndexWriter(directory, configuration());
        }
    }

    private static IndexWriterConfig configuration() {
        return new IndexWriterConfig(new WhitespaceAnalyzer()).setCodec(LuceneEngine.codec());
    }

    @Override
    public synchronized void apply(List<Change> changes, long position) {
        try {
            for (Change change : changes) {
                if (change instanceof Change.Put put) {
                    writer.updateDocument(
                            new Term(ID, put.offer().id()),
                            documents(List.of(put.offer())).get(0));
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
            for (int from = 0; from < all.size(); from += BATCH) {
                for (Document document : documents(all.subList(from, Math.min(all.size(), from + BATCH)))) {
                    writer.addDocument(document);
                }
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
        writer.setLiveCommitData(Map.of("position", Long.toString(position), "schema", retrieval.schema())
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
        return retrieval.schema().equals(commit.get("schema"))
                ? Long.parseLong(commit.getOrDefault("position", "-1"))
                : -1;
    }

    @Override
    public List<Candidate> search(String text, List<String> codes, int limit) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                LuceneEngine engine = new LuceneEngine(searcher);
                List<Hit<Integer>> hits = new ArrayList<>(retrieval.search(engine, text, codes, limit));
                if (hits.size() < limit) { // everything else fills up
                    Set<Integer> found = hits.stream().map(Hit::document).collect(Collectors.toSet());
                    engine.others(found, limit - hits.size()).forEach(other -> hits.add(new Hit<>(other, 0)));
                }
                return candidates(engine, hits);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private static List<Candidate> candidates(LuceneEngine engine, List<Hit<Integer>> hits) throws IOException {
        BytesRef[] offers = engine.values(JSON, hits.stream().map(Hit::document).toList());
        List<Candidate> candidates = new ArrayList<>(offers.length);
        for (int i = 0; i < offers.length; i++) {
            Offer offer =
                    MatchingJson.mapper().readValue(offers[i].bytes, offers[i].offset, offers[i].length, Offer.class);
            candidates.add(new Candidate(offer, hits.get(i).score()));
        }
        return candidates;
    }

    private List<Document> documents(List<Offer> offers) {
        List<float @Nullable []> vectors = retrieval.vectors(offers);
        List<Document> documents = new ArrayList<>(offers.size());
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            Document document = new Document();
            document.add(new StringField(ID, offer.id(), Field.Store.YES));
            LuceneEngine.addTo(document, retrieval.tokens(offer), vectors.get(i));
            // as doc values, not as a stored field, since those are unpacked in blocks of many documents
            document.add(new BinaryDocValuesField(
                    JSON, new BytesRef(MatchingJson.mapper().writeValueAsBytes(offer))));
            documents.add(document);
        }
        return documents;
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
            retrieval.close();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private static IndexUnavailable unavailable(Exception cause) {
        return new IndexUnavailable("the Lucene index cannot be read or written", cause);
    }
}
