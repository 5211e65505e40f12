package dari.matching.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.UpdateAliasesRequest;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import dari.matching.IndexUnavailable;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.json.MatchingJson;
import dari.matching.text.OfferTokens;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Offers in Elasticsearch. Text is analysed here and stored as tokens in a field split at white space, so that both
 * engines see the same. The alias points at one index at a time; a rebuild fills a new one and swaps the alias, so that
 * searches never see a gap. One writer at a time; any number of readers.
 */
public final class ElasticsearchOfferIndex implements OfferIndex {

    private static final String TOKENS = "tokens";
    private static final String OFFER = "offer";
    private static final String POSITION = "position";
    private static final String SCHEMA = "schema";

    /** Id of the one document that is no offer: it remembers the position. */
    private static final String POSITION_ID = "§position";

    private static final int BATCH = 500;

    private final String alias;
    private final OfferTokens tokens;
    private final RestClientTransport transport;
    private final ElasticsearchClient client;

    /** @param position set in the one document that remembers it */
    private record Stored(
            @Nullable String tokens,
            @Nullable String offer,
            @Nullable Long position) {}

    /**
     * @param server e.g. {@code http://localhost:9200}; nothing is asked of it yet
     * @param alias name of the index that searches use, small letters; {@code alias-1}, {@code alias-2} … hold it
     */
    public ElasticsearchOfferIndex(URI server, String alias, Vocabulary vocabulary) {
        this.alias = alias;
        this.tokens = new OfferTokens(vocabulary);
        this.transport = new RestClientTransport(
                RestClient.builder(HttpHost.create(server.toString())).build(), new Jackson3JsonpMapper());
        this.client = new ElasticsearchClient(transport);
    }

    @Override
    public synchronized void apply(List<Change> changes, long position) {
        run(() -> {
            if (!changes.isEmpty()) {
                BulkRequest.Builder bulk =
                        new BulkRequest.Builder().index(alias).requireAlias(true);
                for (Change change : changes) {
                    if (change instanceof Change.Put put) {
                        add(bulk, put.offer());
                    } else if (change instanceof Change.Withdraw withdraw) {
                        bulk.operations(o -> o.delete(d -> d.id(withdraw.offerId())));
                    }
                }
                check(client.bulk(bulk.build()));
            }
            remember(alias, position);
            return position;
        });
    }

    @Override
    public synchronized void rebuild(Iterable<Offer> offers, long position) {
        run(() -> {
            Set<String> served = served();
            Set<String> before = indexes();
            long last = before.stream().mapToLong(this::number).max().orElse(0);
            String fresh = alias + "-" + (last + 1);
            create(fresh);
            try {
                fill(fresh, offers);
                remember(fresh, position);
            } catch (IOException | RuntimeException e) {
                delete(fresh);
                throw e;
            }
            UpdateAliasesRequest.Builder swap = new UpdateAliasesRequest.Builder()
                    .actions(a -> a.add(x -> x.index(fresh).alias(alias).isWriteIndex(true)));
            served.forEach(old -> swap.actions(a -> a.remove(x -> x.index(old).alias(alias))));
            client.indices().updateAliases(swap.build());
            for (String old : before) { // what was served, and what an interrupted rebuild left behind
                delete(old);
            }
            return fresh;
        });
    }

    @Override
    public long position() {
        return run(() -> {
            Set<String> served = served();
            if (served.size() != 1 || !hasSchema(served.iterator().next())) {
                return -1L;
            }
            GetResponse<Stored> found = client.get(g -> g.index(alias).id(POSITION_ID), Stored.class);
            Stored stored = found.source();
            return stored == null || stored.position() == null ? -1L : stored.position();
        });
    }

    @Override
    public List<Candidate> search(String text, List<String> codes, int limit) {
        Query query = query(tokens.ofQuery(text, codes));
        return run(() -> {
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

    /** What the alias finds; nothing as long as the index was never built. */
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
                return List.of();
            }
            throw e;
        }
    }

    private static double score(Hit<Stored> hit) {
        Double score = hit.score();
        return score == null ? 0 : score;
    }

    private void create(String index) throws IOException {
        client.indices()
                .create(c -> c.index(index)
                        .settings(s -> s.numberOfShards("1"))
                        .mappings(m -> m.dynamic(DynamicMapping.Strict)
                                .meta(SCHEMA, JsonData.of(tokens.schema()))
                                .properties(TOKENS, p -> p.text(t -> t.analyzer("whitespace")))
                                .properties(
                                        OFFER,
                                        p -> p.keyword(k -> k.index(false).docValues(false)))
                                .properties(POSITION, p -> p.long_(l -> l))));
    }

    private void fill(String index, Iterable<Offer> offers) throws IOException {
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(index);
        int inBatch = 0;
        for (Offer offer : offers) {
            add(bulk, offer);
            if (++inBatch == BATCH) {
                check(client.bulk(bulk.build()));
                bulk = new BulkRequest.Builder().index(index);
                inBatch = 0;
            }
        }
        if (inBatch > 0) {
            check(client.bulk(bulk.build()));
        }
    }

    private void add(BulkRequest.Builder bulk, Offer offer) {
        Stored stored = new Stored(
                String.join(" ", tokens.ofOffer(offer)), MatchingJson.mapper().writeValueAsString(offer), null);
        bulk.operations(o -> o.index(i -> i.id(offer.id()).document(stored)));
    }

    /** Written after the changes, so that a position never claims what was lost. */
    private void remember(String index, long position) throws IOException {
        client.index(i -> i.index(index).id(POSITION_ID).document(new Stored(null, null, position)));
        client.indices().refresh(r -> r.index(index));
    }

    private static void check(BulkResponse response) throws IOException {
        if (response.errors()) {
            throw new IOException("the bulk request was not wholly accepted: "
                    + response.items().stream()
                            .filter(item -> item.error() != null)
                            .count()
                    + " of " + response.items().size() + " refused");
        }
    }

    private Set<String> served() throws IOException {
        return client.indices().existsAlias(e -> e.name(alias)).value()
                ? client.indices().getAlias(g -> g.name(alias)).result().keySet()
                : Set.of();
    }

    private Set<String> indexes() throws IOException {
        Set<String> ours = new TreeSet<>();
        for (String name :
                client.indices().get(g -> g.index(alias + "-*")).result().keySet()) {
            if (name.substring(alias.length()).matches("-[0-9]+")) {
                ours.add(name);
            }
        }
        return ours;
    }

    private long number(String index) {
        return Long.parseLong(index.substring(alias.length() + 1));
    }

    private boolean hasSchema(String index) throws IOException {
        IndexMappingRecord found =
                client.indices().getMapping(g -> g.index(index)).result().get(index);
        JsonData schema = found == null ? null : found.mappings().meta().get(SCHEMA);
        return schema != null && tokens.schema().equals(schema.to(String.class));
    }

    private void delete(String index) throws IOException {
        client.indices().delete(d -> d.index(index).ignoreUnavailable(true));
    }

    /** Takes the indexes themselves away, for what was only tried out. */
    public synchronized void drop() {
        run(() -> {
            for (String index : indexes()) {
                delete(index);
            }
            return alias;
        });
    }

    @FunctionalInterface
    private interface Call<T> {
        T run() throws IOException;
    }

    private <T> T run(Call<T> call) {
        try {
            return call.run();
        } catch (IOException | ElasticsearchException e) {
            throw new IndexUnavailable("Elasticsearch did not serve the index " + alias, e);
        }
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
