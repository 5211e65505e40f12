package dari.matching.lucene;

import dari.matching.IndexUnavailable;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.OfferSource;
import dari.matching.retrieval.Hit;
import dari.matching.retrieval.OfferBytes;
import dari.matching.retrieval.Retrieval;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Offers in a Lucene index, in a directory or in memory; the position is part of each commit. */
public final class LuceneOfferIndex implements OfferIndex {

    private static final String ID = "id";
    private static final String OFFER = "offer";

    /** What a killed rebuild has to do again at most. */
    private static final int CHECKPOINT = 5_000;

    /** Offers that are read by the model side by side. */
    private static final int BATCH = 64;

    private final Retrieval retrieval;
    private final Generations generations;
    private final DecodedParts parts = LuceneEngine.parts();
    private final int checkpoint;

    /**
     * An index below a folder of its own. Nothing is read yet, so that an application starts also when its disk is
     * full; what is wrong there is said by each use until it is put right.
     */
    public static LuceneOfferIndex open(Path folder, Vocabulary vocabulary) {
        return open(folder, Retrieval.lexical(vocabulary));
    }

    /** The same with a retrieval of the caller's choice, which is closed with the index. */
    public static LuceneOfferIndex open(Path folder, Retrieval retrieval) {
        return open(folder, retrieval, "");
    }

    /**
     * The same for the offers of one database among others.
     *
     * @param origin names the database: what was built for another one counts as not built
     */
    public static LuceneOfferIndex open(Path folder, Retrieval retrieval, String origin) {
        return new LuceneOfferIndex(() -> Shelf.below(folder), retrieval, origin, CHECKPOINT);
    }

    public static LuceneOfferIndex inMemory(Vocabulary vocabulary) {
        return inMemory(Retrieval.lexical(vocabulary));
    }

    /** The same with a retrieval of the caller's choice, which is closed with the index. */
    public static LuceneOfferIndex inMemory(Retrieval retrieval) {
        Shelf memory = Shelf.inMemory();
        return new LuceneOfferIndex(() -> memory, retrieval, "", CHECKPOINT);
    }

    /** @param checkpoint offers between two commits of a rebuild */
    LuceneOfferIndex(Generations.Opening opening, Retrieval retrieval, String origin, int checkpoint) {
        this.retrieval = retrieval;
        this.generations = new Generations(opening, String.join(" ", retrieval.schema(), OfferBytes.FORMAT, origin));
        this.checkpoint = checkpoint;
    }

    @Override
    public synchronized List<Refused> apply(List<Change> changes, long position) {
        List<Refused> refused = new ArrayList<>();
        try {
            Generation served =
                    generations.served().orElseThrow(() -> IndexUnavailable.notBuilt("the index of offers"));
            IndexWriter writer = served.writer();
            for (Change change : changes) {
                if (change instanceof Change.Put put) {
                    Document document = documents(List.of(put.offer())).get(0);
                    write(put.offer(), refused, id -> writer.updateDocument(id, document));
                } else if (change instanceof Change.Withdraw withdraw) {
                    writer.deleteDocuments(new Term(ID, withdraw.offerId()));
                }
            }
            served.commitWhole(position);
            return refused;
        } catch (IOException | AlreadyClosedException e) {
            generations.forget(e);
            throw unavailable(e);
        }
    }

    @Override
    public synchronized List<Refused> rebuild(OfferSource source) {
        try {
            OfferSource.Remaining remaining = source.remaining(generations.unfinished());
            Generation next = remaining.continued() ? generations.resume() : generations.begin();
            List<Refused> refused = new ArrayList<>();
            try {
                next.startFilling();
                fill(next, remaining, refused);
                next.fillWhole(remaining.from().position());
            } catch (IOException | RuntimeException e) {
                IOUtils.closeWhileHandlingException(next); // what its last checkpoint holds stays, unserved
                throw e;
            }
            generations.serve(next);
            return refused;
        } catch (IOException | AlreadyClosedException e) {
            generations.forget(e);
            throw unavailable(e);
        }
    }

    private void fill(Generation next, OfferSource.Remaining remaining, List<Refused> refused) throws IOException {
        Iterator<Offer> offers = remaining.offers().iterator();
        int sinceCheckpoint = 0;
        while (offers.hasNext()) {
            List<Offer> batch = new ArrayList<>(BATCH);
            while (offers.hasNext() && batch.size() < BATCH && sinceCheckpoint < checkpoint) {
                batch.add(offers.next());
                sinceCheckpoint++;
            }
            List<Document> documents = documents(batch);
            for (int i = 0; i < documents.size(); i++) {
                Document document = documents.get(i);
                write(batch.get(i), refused, id -> next.writer().addDocument(document));
            }
            if (sinceCheckpoint == checkpoint) {
                next.checkpoint(remaining.from().upTo(batch.get(batch.size() - 1)));
                sinceCheckpoint = 0;
            }
        }
    }

    /** One write of a document that is told by its id. */
    private interface Write {
        void run(Term id) throws IOException;
    }

    private static void write(Offer offer, List<Refused> refused, Write write) throws IOException {
        try {
            write.run(new Term(ID, offer.id()));
        } catch (IllegalArgumentException e) {
            // Lucene's way to say that a single document cannot be stored, e.g. an id beyond 32,766 bytes
            refused.add(new Refused(offer.id(), "illegal_document"));
        }
    }

    @Override
    public long position() {
        try {
            return generations
                    .served()
                    .map(served -> served.progress().position())
                    .orElse(-1L);
        } catch (IOException | AlreadyClosedException e) {
            throw unavailable(e);
        }
    }

    @Override
    public List<Candidate> search(String text, List<String> codes, int limit) {
        try {
            IndexSearcher searcher = generations.acquire();
            try {
                LuceneEngine engine = new LuceneEngine(searcher, parts);
                List<Hit<Integer>> hits = new ArrayList<>(retrieval.search(engine, text, codes, limit));
                if (hits.size() < limit) { // everything else fills up
                    Set<Integer> found = hits.stream().map(Hit::document).collect(Collectors.toSet());
                    engine.others(found, limit - hits.size()).forEach(other -> hits.add(new Hit<>(other, 0)));
                }
                return candidates(engine, hits);
            } finally {
                Generations.release(searcher);
            }
        } catch (IOException | AlreadyClosedException e) {
            throw unavailable(e);
        }
    }

    private static List<Candidate> candidates(LuceneEngine engine, List<Hit<Integer>> hits) throws IOException {
        BytesRef[] offers =
                engine.values(OFFER, hits.stream().map(Hit::document).toList());
        OfferBytes.Reader reader = new OfferBytes.Reader();
        List<Candidate> candidates = new ArrayList<>(offers.length);
        for (int i = 0; i < offers.length; i++) {
            candidates.add(new Candidate(reader.read(offers[i]), hits.get(i).score()));
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
            document.add(new BinaryDocValuesField(OFFER, OfferBytes.of(offer)));
            documents.add(document);
        }
        return documents;
    }

    /** How many offers a search can find. */
    public int size() {
        try {
            IndexSearcher searcher = generations.acquire();
            try {
                return searcher.getIndexReader().numDocs();
            } finally {
                Generations.release(searcher);
            }
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void close() {
        try {
            generations.close();
        } catch (IOException e) {
            throw unavailable(e);
        } finally {
            retrieval.close();
        }
    }

    private static IndexUnavailable unavailable(Exception cause) {
        String what = cause instanceof LockObtainFailedException
                ? "the index of offers is in use by another process; stop it or give this one a folder of its own"
                : "the index of offers cannot be read or written ("
                        + cause.getClass().getSimpleName() + "); look whether its disk is full, there, and writable";
        return new IndexUnavailable(what, cause);
    }
}
