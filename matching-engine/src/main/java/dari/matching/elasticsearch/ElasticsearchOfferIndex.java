package dari.matching.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
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
import dari.matching.json.MatchingJson;
import dari.matching.text.OfferTokens;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Offers in Elasticsearch. Text is analysed here and stored as tokens in a field split at white space, so that both
 * engines see the same. The alias leads to one index at a time; a rebuild fills a new one and moves the alias, so that
 * searches never see a gap. One writer at a time, in all processes; any number of readers.
 */
public final class ElasticsearchOfferIndex implements OfferIndex {

    private static final String TOKENS = "tokens";
    private static final String OFFER = "offer";
    private static final String POSITION = "position";
    private static final String LAST_OFFER = "lastOffer";

    /** Bounds of one request; the size is counted in characters. */
    private static final int BATCH = 500;

    private static final long BATCH_CHARACTERS = 4_000_000;

    private static final int CONNECT_MILLIS = 1_000;

    /** A person waits for a search: then the plain list is better than a late answer. */
    private static final int READ_MILLIS = 5_000;

    private final String alias;
    private final OfferTokens tokens;
    private final RestClientTransport transport;
    private final ElasticsearchClient client;
    private final Calls calls;
    private final BulkWrites bulk;
    private final AliasedIndexes indexes;

    /** An offer as it is stored. */
    private record Stored(@Nullable String tokens, @Nullable String offer) {

        long characters() {
            return (tokens == null ? 0L : tokens.length()) + (offer == null ? 0L : offer.length());
        }
    }

    /**
     * @param server e.g. {@code http://localhost:9200}; nothing is asked of it yet
     * @param name small letters; with the schema it is the alias that searches use, so that two versions of the program
     *     run beside each other, each with an index of its own
     */
    public ElasticsearchOfferIndex(URI server, String name, Vocabulary vocabulary) {
        this(server, name, vocabulary, Calls.WRITE_LIMIT);
    }

    /** @param writeLimit for how long a write is tried again while the server is away */
    public ElasticsearchOfferIndex(URI server, String name, Vocabulary vocabulary, Duration writeLimit) {
        this.tokens = new OfferTokens(vocabulary);
        this.alias = name + "-" + tokens.schema();
        this.transport = new RestClientTransport(
                RestClient.builder(HttpHost.create(server.toString())).build(), new Jackson3JsonpMapper());
        ElasticsearchClient writer = new ElasticsearchClient(transport);
        this.client = new ElasticsearchClient(transport, readOptions());
        this.calls = new Calls(server, writeLimit);
        this.bulk = new BulkWrites(writer, calls);
        this.indexes = new AliasedIndexes(writer, calls, alias, tokens.schema());
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
            Stored stored = stored(offer);
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
        Query query = query(tokens.ofQuery(text, codes));
        return calls.read(() -> {
            List<Hit<Stored>> hits = hits(query, limit);
            double best = hits.isEmpty() ? 0 : score(hits.get(0));
            List<Candidate> found = new ArrayList<>();
            for (Hit<Stored> hit : hits) {
                Stored stored = hit.source();
                if (stored != null && stored.offer() != null) {
                    Offer offer = MatchingJson.mapper().readValue(stored.offer(), Offer.class);
                    found.add(new Candidate(offer, best == 0 ? 0 : score(hit) / best));
                }
            }
            return found;
        });
    }

    /** Offers with words in common first; without any an offer still fills up, with a score of 0. */
    private static Query query(List<String> words) {
        BoolQuery.Builder query = new BoolQuery.Builder()
                .filter(f -> f.matchAll(m -> m))
                .mustNot(n -> n.exists(e -> e.field(POSITION)))
                .minimumShouldMatch("0");
        words.forEach(word -> query.should(s -> s.term(t -> t.field(TOKENS).value(word))));
        return query.build()._toQuery();
    }

    private List<Hit<Stored>> hits(Query query, int limit) throws IOException {
        try {
            return client.search(
                            s -> s.index(alias)
                                    .query(query)
                                    .size(limit)
                                    .trackTotalHits(t -> t.enabled(false))
                                    .source(x -> x.filter(f -> f.includes(OFFER))),
                            Stored.class)
                    .hits()
                    .hits();
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                throw IndexUnavailable.notBuilt("the index " + alias);
            }
            throw e;
        }
    }

    private static double score(Hit<Stored> hit) {
        Double score = hit.score();
        return score == null ? 0 : score;
    }

    private TypeMapping mapping() {
        return TypeMapping.of(m -> m.dynamic(DynamicMapping.Strict)
                .meta(AliasedIndexes.SCHEMA, JsonData.of(tokens.schema()))
                .properties(TOKENS, p -> p.text(t -> t.analyzer("whitespace")))
                .properties(OFFER, p -> p.keyword(k -> k.index(false).docValues(false)))
                .properties(POSITION, p -> p.long_(l -> l))
                .properties(LAST_OFFER, p -> p.keyword(k -> k.index(false).docValues(false))));
    }

    private Stored stored(Offer offer) {
        return new Stored(
                String.join(" ", tokens.ofOffer(offer)), MatchingJson.mapper().writeValueAsString(offer));
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
            tokens.close();
        }
    }
}
