package dari.matching.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.KnnSearch;
import co.elastic.clients.elasticsearch._types.mapping.DenseVectorIndexOptionsType;
import co.elastic.clients.elasticsearch._types.mapping.DenseVectorSimilarity;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dari.matching.IndexUnavailable;
import dari.matching.retrieval.Engine;
import dari.matching.retrieval.Hit;
import dari.matching.retrieval.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Searches the index behind an alias; documents go by their id. A search is several requests, each of which is tried once
 * more by itself.
 */
final class ElasticsearchEngine implements Engine<String> {

    private static final String TOKENS = "tokens";
    private static final String VECTOR = "vector";

    /** Only the document that is no offer has this field. */
    private static final String POSITION = "position";

    /** How many neighbours the graph of vectors is asked for at least: so that a small index is searched nearly whole. */
    private static final int LEAST_CANDIDATES = 500;

    /** Enough for every candidate to be counted again with its whole vector instead of the one in 8 bits. */
    private static final float OVERSAMPLE = 1.5f;

    private final ElasticsearchClient client;
    private final Calls calls;
    private final String index;

    ElasticsearchEngine(ElasticsearchClient client, Calls calls, String index) {
        this.client = client;
        this.calls = calls;
        this.index = index;
    }

    /** The fields that this engine searches. */
    static Map<String, Property> fields(int dimensions) {
        Map<String, Property> fields = new LinkedHashMap<>();
        fields.put(TOKENS, Property.of(p -> p.text(t -> t.analyzer("whitespace"))));
        if (dimensions > 0) {
            fields.put(
                    VECTOR,
                    Property.of(p -> p.denseVector(v -> v.dims(dimensions)
                            .index(true)
                            .similarity(DenseVectorSimilarity.DotProduct)
                            .indexOptions(o -> o.type(DenseVectorIndexOptionsType.Int8Hnsw)))));
        }
        return fields;
    }

    @Override
    public List<Hit<String>> words(Map<String, Double> weights, int limit) {
        List<Query> each = new ArrayList<>();
        weights.forEach((word, weight) ->
                each.add(Query.of(q -> q.term(t -> t.field(TOKENS).value(word).boost(weight.floatValue())))));
        return each.isEmpty() ? List.of() : hits(s -> s.query(q -> q.bool(b -> b.should(each))), limit, score -> score);
    }

    @Override
    public List<Hit<String>> nearest(float[] vector, int limit) {
        return near(vector, limit, null);
    }

    @Override
    public Map<String, Double> cosines(Collection<String> documents, float[] vector) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        Query among = Query.of(q -> q.ids(i -> i.values(List.copyOf(documents))));
        Map<String, Double> cosines = new HashMap<>();
        near(vector, documents.size(), among).forEach(hit -> cosines.put(hit.document(), hit.score()));
        return cosines;
    }

    /** @param among what is looked at; few enough for the server to count them one by one */
    private List<Hit<String>> near(float[] vector, int limit, @Nullable Query among) {
        KnnSearch.Builder knn = new KnnSearch.Builder()
                .field(VECTOR)
                .queryVector(Objects.requireNonNull(StoredOffer.values(vector)))
                .k(limit)
                .numCandidates(Math.max(limit, LEAST_CANDIDATES))
                .rescoreVector(r -> r.oversample(OVERSAMPLE));
        if (among != null) {
            knn.filter(among);
        }
        KnnSearch search = knn.build();
        // the server gives (1 + cosine) / 2
        return hits(s -> s.knn(search), limit, score -> 2 * score - 1);
    }

    private List<Hit<String>> hits(
            Function<SearchRequest.Builder, SearchRequest.Builder> what, int limit, Function<Double, Double> score) {
        SearchRequest.Builder request = new SearchRequest.Builder()
                .index(index)
                .size(limit)
                .trackTotalHits(t -> t.enabled(false))
                .source(s -> s.fetch(false));
        SearchRequest search = what.apply(request).build();
        return ask(() -> client.search(search, Void.class)).hits().hits().stream()
                .map(hit -> new Hit<>(String.valueOf(hit.id()), score.apply(hit.score() == null ? 0.0 : hit.score())))
                .toList();
    }

    private <T> T ask(Calls.Call<T> request) {
        return calls.read(() -> {
            try {
                return request.run();
            } catch (ElasticsearchException e) {
                if (e.status() == 404) {
                    throw IndexUnavailable.notBuilt("the index " + index);
                }
                throw e;
            }
        });
    }

    @Override
    public List<Stored> stored(List<String> documents) {
        Map<String, StoredOffer> found = read(documents, List.of(TOKENS, VECTOR));
        return documents.stream()
                .map(found::get)
                .map(offer -> offer == null ? Stored.of("", null) : offer.forFeedback())
                .toList();
    }

    /** What is stored of documents, by their id; one that was withdrawn in between is not there. */
    Map<String, StoredOffer> read(Collection<String> documents, List<String> fields) {
        Map<String, StoredOffer> found = new HashMap<>();
        if (!documents.isEmpty()) {
            ask(() -> client.mget(
                            m -> m.index(index).ids(List.copyOf(documents)).sourceIncludes(fields), StoredOffer.class))
                    .docs()
                    .forEach(document -> {
                        StoredOffer offer =
                                document.isResult() ? document.result().source() : null;
                        if (offer != null) {
                            found.put(document.result().id(), offer);
                        }
                    });
        }
        return found;
    }

    /** Ids of offers that are not among those found, in the order of the index. */
    List<String> others(Set<String> found, int limit) {
        Query any = Query.of(q ->
                q.constantScore(c -> c.filter(f -> f.bool(b -> b.mustNot(n -> n.exists(e -> e.field(POSITION)))))));
        return hits(s -> s.query(any), found.size() + limit, score -> score).stream()
                .map(Hit::document)
                .filter(id -> !found.contains(id))
                .limit(limit)
                .toList();
    }
}
