package dari.matching.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.indices.UpdateAliasesRequest;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import dari.matching.IndexUnavailable;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.json.MatchingJson;
import dari.matching.retrieval.Hit;
import dari.matching.retrieval.Retrieval;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Offers in Elasticsearch. Text is analysed here and stored as tokens in a field split at white space, so that both
 * engines see the same. The alias points at one index at a time; a rebuild fills a new one and swaps the alias, so that
 * searches never see a gap. One writer at a time; any number of readers.
 */
public final class ElasticsearchOfferIndex implements OfferIndex {

    private static final String OFFER = "offer";
    private static final String POSITION = "position";
    private static final String SCHEMA = "schema";

    /** Id of the one document that is no offer: it remembers the position. */
    private static final String POSITION_ID = "§position";

    private static final int BATCH = 500;

    private final String alias;
    private final Retrieval retrieval;
    private final RestClientTransport transport;
    private final ElasticsearchClient client;

    /**
     * @param server e.g. {@code http://localhost:9200}; nothing is asked of it yet
     * @param alias name of the index that searches use, small letters; {@code alias-1}, {@code alias-2} … hold it
     */
    public ElasticsearchOfferIndex(URI server, String alias, Vocabulary vocabulary) {
        this(server, alias, Retrieval.lexical(vocabulary));
    }

    /** The same with a retrieval of the caller's choice, which is closed with the index. */
    public ElasticsearchOfferIndex(URI server, String alias, Retrieval retrieval) {
        this.alias = alias;
        this.retrieval = retrieval;
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
                        add(bulk, List.of(put.offer()));
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
            GetResponse<StoredOffer> found = client.get(g -> g.index(alias).id(POSITION_ID), StoredOffer.class);
            StoredOffer stored = found.source();
            return stored == null || stored.position() == null ? -1L : stored.position();
        });
    }

    @Override
    public List<Candidate> search(String text, List<String> codes, int limit) {
        ElasticsearchEngine engine = new ElasticsearchEngine(client, alias);
        return run(() -> {
            try {
                List<Hit<String>> hits = new ArrayList<>(retrieval.search(engine, text, codes, limit));
                if (hits.size() < limit) { // everything else fills up
                    Set<String> found = hits.stream().map(Hit::document).collect(Collectors.toSet());
                    engine.others(found, limit - hits.size()).forEach(other -> hits.add(new Hit<>(other, 0)));
                }
                return candidates(engine, hits);
            } catch (ElasticsearchException e) {
                if (e.status() == 404) { // never built
                    return List.of();
                }
                throw e;
            }
        });
    }

    private static List<Candidate> candidates(ElasticsearchEngine engine, List<Hit<String>> hits) throws IOException {
        Map<String, StoredOffer> stored =
                engine.read(hits.stream().map(Hit::document).toList(), List.of(OFFER));
        List<Candidate> candidates = new ArrayList<>(hits.size());
        for (Hit<String> hit : hits) {
            StoredOffer found = stored.get(hit.document());
            if (found != null && found.offer() != null) {
                Offer offer = MatchingJson.mapper().readValue(found.offer(), Offer.class);
                candidates.add(new Candidate(offer, hit.score()));
            }
        }
        return candidates;
    }

    private void create(String index) throws IOException {
        client.indices()
                .create(c -> c.index(index)
                        .settings(s -> s.numberOfShards("1"))
                        .mappings(m -> m.dynamic(DynamicMapping.Strict)
                                .meta(SCHEMA, JsonData.of(retrieval.schema()))
                                .properties(ElasticsearchEngine.fields(retrieval.dimensions()))
                                .properties(
                                        OFFER,
                                        p -> p.keyword(k -> k.index(false).docValues(false)))
                                .properties(POSITION, p -> p.long_(l -> l))));
    }

    private void fill(String index, Iterable<Offer> offers) throws IOException {
        List<Offer> batch = new ArrayList<>();
        for (Offer offer : offers) {
            batch.add(offer);
            if (batch.size() == BATCH) {
                write(index, batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            write(index, batch);
        }
    }

    private void write(String index, List<Offer> batch) throws IOException {
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(index);
        add(bulk, batch);
        check(client.bulk(bulk.build()));
    }

    private void add(BulkRequest.Builder bulk, List<Offer> offers) {
        List<float @Nullable []> vectors = retrieval.vectors(offers);
        for (int i = 0; i < vectors.size(); i++) {
            Offer offer = offers.get(i);
            StoredOffer stored = new StoredOffer(
                    String.join(" ", retrieval.tokens(offer)),
                    StoredOffer.values(vectors.get(i)),
                    MatchingJson.mapper().writeValueAsString(offer),
                    null);
            bulk.operations(o -> o.index(x -> x.id(offer.id()).document(stored)));
        }
    }

    /** Written after the changes, so that a position never claims what was lost. */
    private void remember(String index, long position) throws IOException {
        client.index(i -> i.index(index).id(POSITION_ID).document(new StoredOffer(null, null, null, position)));
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
        return schema != null && retrieval.schema().equals(schema.to(String.class));
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
            retrieval.close();
        }
    }
}
