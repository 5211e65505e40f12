package dari.matching.lucene;

import dari.matching.IndexUnavailable;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.OfferSource;
import dari.matching.json.MatchingJson;
import dari.matching.text.OfferTokens;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
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
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;

/** Offers in a Lucene index, in a directory or in memory; the position is part of each commit. */
public final class LuceneOfferIndex implements OfferIndex {

    private static final String ID = "id";
    private static final String TEXT = "text";
    private static final String JSON = "json";

    /** What a killed rebuild has to do again at most. */
    private static final int CHECKPOINT = 5_000;

    private final OfferTokens tokens;
    private final Generations generations;
    private final int checkpoint;

    /**
     * An index below a folder of its own. Nothing is read yet, so that an application starts also when its disk is
     * full; what is wrong there is said by each use until it is put right.
     */
    public static LuceneOfferIndex open(Path folder, Vocabulary vocabulary) {
        return new LuceneOfferIndex(() -> Shelf.below(folder), vocabulary, CHECKPOINT);
    }

    public static LuceneOfferIndex inMemory(Vocabulary vocabulary) {
        Shelf memory = Shelf.inMemory();
        return new LuceneOfferIndex(() -> memory, vocabulary, CHECKPOINT);
    }

    /** @param checkpoint offers between two commits of a rebuild */
    LuceneOfferIndex(Generations.Opening opening, Vocabulary vocabulary, int checkpoint) {
        this.tokens = new OfferTokens(vocabulary);
        this.generations = new Generations(opening, tokens.schema());
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
                    Document document = document(put.offer());
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
                fill(next, remaining, refused);
                next.commitWhole(remaining.from().position());
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
        int sinceCheckpoint = 0;
        for (Offer offer : remaining.offers()) {
            Document document = document(offer);
            write(offer, refused, id -> next.writer().addDocument(document));
            if (++sinceCheckpoint == checkpoint) {
                next.checkpoint(remaining.from().upTo(offer));
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
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        tokens.ofQuery(text, codes)
                .forEach(token -> query.add(new TermQuery(new Term(TEXT, token)), BooleanClause.Occur.SHOULD));
        // Everything else fills up, without a score of its own.
        query.add(new BoostQuery(new ConstantScoreQuery(new MatchAllDocsQuery()), 0f), BooleanClause.Occur.SHOULD);
        try {
            IndexSearcher searcher = generations.acquire();
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
                Generations.release(searcher);
            }
        } catch (IOException | AlreadyClosedException e) {
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
            tokens.close();
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
