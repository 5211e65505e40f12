package dari.matching.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import dari.matching.IndexUnavailable;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.OfferSource;
import dari.matching.OfferSource.Progress;
import dari.matching.elasticsearch.AliasedIndexes.Unfinished;
import dari.matching.retrieval.Hit;
import dari.matching.retrieval.OfferBytes;
import dari.matching.retrieval.Retrieval;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.lucene.util.BytesRef;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestClient;

/**
 * Offers in Elasticsearch. Text is analysed here and stored as tokens in a field split at white space, so that both
 * engines see the same. The alias leads to one index at a time; a rebuild fills a new one and moves the alias, so that
 * searches never see a gap. One writer at a time, in all processes; any number of readers.
 */
public final class ElasticsearchOfferIndex implements OfferIndex {

    private static final String POSITION = "position";
    private static final String LAST_OFFER = "lastOffer";

    /** Bounds of one request; the size is counted in characters. */
    private static final int BATCH = 500;

    private static final long BATCH_CHARACTERS = 4_000_000;

    private static final int CONNECT_MILLIS = 1_000;

    /** A person waits for a search: then the plain list is better than a late answer. */
    private static final int READ_MILLIS = 5_000;

    private final String alias;
    private final String schema;
    private final Retrieval retrieval;
    private final RestClientTransport transport;
    private final ElasticsearchClient client;
    private final Calls calls;
    private final BulkWrites bulk;
    private final AliasedIndexes indexes;

    /**
     * @param server e.g. {@code http://localhost:9200}; nothing is asked of it yet
     * @param name small letters; with the schema it is the alias that searches use, so that two versions of the program
     *     run beside each other, each with an index of its own
     */
    public ElasticsearchOfferIndex(URI server, String name, Vocabulary vocabulary) {
        this(server, name, Retrieval.lexical(vocabulary));
    }

    /** The same with a retrieval of the caller's choice, which is closed with the index. */
    public ElasticsearchOfferIndex(URI server, String name, Retrieval retrieval) {
        this(server, name, retrieval, "");
    }

    /**
     * The same for the offers of one database among others.
     *
     * @param origin names the database; what was built for another one has another alias, so that it counts as not built
     *     and is left alone
     */
    public ElasticsearchOfferIndex(URI server, String name, Retrieval retrieval, String origin) {
        this(server, name, retrieval, origin, Calls.WRITE_LIMIT);
    }

    /** @param writeLimit for how long a write is tried again while the server is away */
    public ElasticsearchOfferIndex(URI server, String name, Vocabulary vocabulary, Duration writeLimit) {
        this(server, name, Retrieval.lexical(vocabulary), "", writeLimit);
    }

    private ElasticsearchOfferIndex(URI server, String name, Retrieval retrieval, String origin, Duration writeLimit) {
        this.retrieval = retrieval;
        this.schema = retrieval.schema() + "-offers-" + OfferBytes.FORMAT;
        this.alias = name + "-" + schema + (origin.isEmpty() ? "" : "-" + hash(origin));
        this.transport = new RestClientTransport(
                RestClient.builder(HttpHost.create(server.toString())).build(), new Jackson3JsonpMapper());
        ElasticsearchClient writer = new ElasticsearchClient(transport);
        this.client = new ElasticsearchClient(transport, readOptions());
        this.calls = new Calls(server, writeLimit);
        this.bulk = new BulkWrites(writer, calls);
        this.indexes = new AliasedIndexes(writer, calls, alias, schema);
    }

    /** Names of indexes are short and in small letters. */
    private static String hash(String origin) {
        return UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    private static TransportOptions readOptions() {
        RequestConfig limits = RequestConfig.custom()
                .setConnectTimeout(CONNECT_MILLIS)
                .setSocketTimeout(READ_MILLIS)
                .build();
        return new RestClientOptions.Builder(RequestOptions.DEFAULT.toBuilder().setRequestConfig(limits)).build();
    }

    @Override
    public synchronized List<Refused> apply(List<Change> changes, long position) {
        List<Refused> refused = new ArrayList<>();
        Batch batch = new Batch();
        for (Change change : changes) {
            if (change instanceof Change.Put put) {
                batch.add(put.offer());
            } else if (change instanceof Change.Withdraw withdraw) {
                batch.withdraw(withdraw.offerId());
            }
            if (batch.isFull()) {
                refused.addAll(batch.send(alias, true));
            }
        }
        refused.addAll(batch.send(alias, true));
        indexes.rememberServed(Progress.whole(position));
        return refused;
    }

    @Override
    public synchronized List<Refused> rebuild(OfferSource source) {
        Optional<Unfinished> left = indexes.unfinished();
        OfferSource.Remaining remaining = source.remaining(left.map(Unfinished::progress));
        String index = left.filter(unfinished -> remaining.continued())
                .map(Unfinished::index)
                .orElseGet(() -> indexes.begin(this::mapping));
        List<Refused> refused = new ArrayList<>();
        Batch batch = new Batch();
        for (Offer offer : remaining.offers()) {
            batch.add(offer);
            if (batch.isFull()) {
                refused.addAll(batch.send(index, false));
                indexes.remember(index, remaining.from().upTo(offer));
            }
        }
        refused.addAll(batch.send(index, false));
        indexes.remember(index, Progress.whole(remaining.from().position()));
        indexes.merge(index, ElasticsearchEngine.fields(retrieval.dimensions(), true));
        indexes.serve(index);
        return refused;
    }

    @Override
    public long position() {
        return indexes.served().map(Progress::position).orElse(-1L);
    }

    /** Writes for one request. */
    private final class Batch {

        private final List<BulkWrites.Write> writes = new ArrayList<>();
        private long characters;

        void add(Offer offer) {
            StoredOffer stored = stored(offer);
            writes.add(new BulkWrites.Write(
                    offer.id(),
                    BulkOperation.of(o -> o.index(i -> i.id(offer.id()).document(stored)))));
            characters += stored.characters();
        }

        void withdraw(String id) {
            writes.add(new BulkWrites.Write(id, BulkOperation.of(o -> o.delete(d -> d.id(id)))));
        }

        boolean isFull() {
            return writes.size() >= BATCH || characters >= BATCH_CHARACTERS;
        }

        List<Refused> send(String target, boolean isAlias) {
            List<Refused> refused = bulk.send(target, isAlias, writes);
            writes.clear();
            characters = 0;
            return refused;
        }
    }

    @Override
    public List<Candidate> search(String text, List<String> codes, int limit) {
        ElasticsearchEngine engine = new ElasticsearchEngine(client, calls, alias);
        try {
            return candidates(engine, hits(engine, text, codes, limit));
        } catch (IOException e) {
            throw new IllegalStateException("this engine says by other exceptions what fails", e);
        }
    }

    private List<Hit<String>> hits(ElasticsearchEngine engine, String text, List<String> codes, int limit)
            throws IOException {
        List<Hit<String>> hits = new ArrayList<>(retrieval.search(engine, text, codes, limit));
        if (hits.size() < limit) { // everything else fills up
            Set<String> found = hits.stream().map(Hit::document).collect(Collectors.toSet());
            engine.others(found, limit - hits.size()).forEach(other -> hits.add(new Hit<>(other, 0)));
        }
        return hits;
    }

    private static List<Candidate> candidates(ElasticsearchEngine engine, List<Hit<String>> hits) throws IOException {
        Map<String, BytesRef> offers =
                engine.offers(hits.stream().map(Hit::document).toList());
        OfferBytes.Reader reader = new OfferBytes.Reader();
        List<Candidate> candidates = new ArrayList<>(hits.size());
        for (Hit<String> hit : hits) {
            BytesRef offer = offers.get(hit.document());
            if (offer != null) {
                candidates.add(new Candidate(reader.read(offer), hit.score()));
            }
        }
        return candidates;
    }

    private TypeMapping mapping() {
        return TypeMapping.of(m -> m.dynamic(DynamicMapping.Strict)
                .meta(AliasedIndexes.SCHEMA, JsonData.of(schema))
                .properties(ElasticsearchEngine.fields(retrieval.dimensions(), false))
                .source(s -> s.excludes(ElasticsearchEngine.OFFER))
                .properties(POSITION, p -> p.long_(l -> l))
                .properties(LAST_OFFER, p -> p.keyword(k -> k.index(false).docValues(false))));
    }

    private StoredOffer stored(Offer offer) {
        BytesRef bytes = OfferBytes.of(offer);
        return new StoredOffer(
                offer.id(),
                String.join(" ", retrieval.tokens(offer)),
                StoredOffer.values(retrieval.vectors(List.of(offer)).get(0)),
                Base64.getEncoder()
                        .encodeToString(Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length)),
                null);
    }

    /** Takes the indexes themselves away, for what was only tried out. */
    public synchronized void drop() {
        indexes.dropAll();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new IndexUnavailable("the connection to Elasticsearch cannot be closed", e);
        } finally {
            retrieval.close();
        }
    }
}
