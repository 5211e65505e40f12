package dari.matching.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.KnnSearch;
import co.elastic.clients.elasticsearch._types.mapping.DenseVectorIndexOptionsType;
import co.elastic.clients.elasticsearch._types.mapping.DenseVectorSimilarity;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.termvectors.Term;
import co.elastic.clients.elasticsearch.core.termvectors.TermVector;
import co.elastic.clients.json.JsonData;
import dari.matching.IndexUnavailable;
import dari.matching.retrieval.Engine;
import dari.matching.retrieval.Hit;
import dari.matching.retrieval.Stored;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Searches the index behind an alias; documents go by their id. A search is several requests, each of which is tried once
 * more by itself. What hundreds of documents are asked for stands in columns, since the server would unpack every document
 * even for its id; and the offers come along with the last question of a search. For one search and one thread.
 */
final class ElasticsearchEngine implements Engine<String> {

    /** The offer itself, a column. */
    static final String OFFER = "offer";

    private static final String ID = "id";
    private static final String TOKENS = "tokens";
    private static final String VECTOR = "vector";

    /** Only the document that is no offer has this field. */
    private static final String POSITION = "position";

    /** How many neighbours the graph of vectors is asked for at least: so that a small index is searched nearly whole. */
    private static final int LEAST_CANDIDATES = 500;

    /** Enough for every candidate to be counted again with its whole vector instead of the one in 8 bits. */
    private static final float OVERSAMPLE = 1.5f;

    /** Of how many that the rarer words found the frequent words are counted at least. */
    private static final int LEAST_WINDOW = 400;

    private final ElasticsearchClient client;
    private final Calls calls;
    private final String index;

    /** What came along. */
    private final Map<String, BytesRef> offers = new HashMap<>();

    private final Counted counts = new Counted();

    ElasticsearchEngine(ElasticsearchClient client, Calls calls, String index) {
        this.client = client;
        this.calls = calls;
        this.index = index;
    }

    /**
     * The fields that this engine searches.
     *
     * @param graph whether a part that is written has a graph of its vectors; one that will be merged needs none
     */
    static Map<String, Property> fields(int dimensions, boolean graph) {
        Map<String, Property> fields = new LinkedHashMap<>();
        fields.put(ID, Property.of(p -> p.keyword(k -> k.index(false))));
        fields.put(OFFER, Property.of(p -> p.binary(b -> b.docValues(true))));
        fields.put(TOKENS, Property.of(p -> p.text(t -> t.analyzer("whitespace"))));
        if (dimensions > 0) {
            DenseVectorIndexOptionsType kept =
                    graph ? DenseVectorIndexOptionsType.Int8Hnsw : DenseVectorIndexOptionsType.Int8Flat;
            fields.put(
                    VECTOR,
                    Property.of(p -> p.denseVector(v -> v.dims(dimensions)
                            .index(true)
                            .similarity(DenseVectorSimilarity.DotProduct)
                            .indexOptions(o -> o.type(kept)))));
        }
        return fields;
    }

    @Override
    public List<Hit<String>> words(Map<String, Double> weights, int limit) {
        if (weights.isEmpty()) {
            return List.of();
        }
        counts.ask(weights.keySet());
        int window = Math.max(LEAST_WINDOW, 2 * limit);
        WordsByShare words = WordsByShare.of(weights, counts, window);
        Query finding = any(words.finding());
        Query lifting = any(words.lifting());
        return words.finding().isEmpty()
                ? List.of()
                : hits(
                        s -> words.lifting().isEmpty()
                                ? s.query(finding)
                                : s.query(finding)
                                        .rescore(r -> r.windowSize(window).query(q -> q.query(lifting))),
                        limit,
                        false,
                        score -> score);
    }

    private static Query any(List<WordsByShare.Word> words) {
        List<Query> each = words.stream()
                .map(word -> Query.of(
                        q -> q.term(t -> t.field(TOKENS).value(word.text()).boost((float) word.weight()))))
                .toList();
        return Query.of(q -> q.bool(b -> b.should(each)));
    }

    /** What the server says of the words of one search. */
    private final class Counted implements WordsByShare.Counts {

        private final Map<String, Long> known = new HashMap<>();
        private long all;

        void ask(Set<String> words) {
            List<String> unknown =
                    words.stream().filter(word -> !known.containsKey(word)).toList();
            if (unknown.isEmpty()) {
                return;
            }
            TermVector found = ElasticsearchEngine.this
                    .ask(() -> client.termvectors(t -> t.index(index)
                            .doc(Map.of(TOKENS, String.join(" ", unknown)))
                            .fields(TOKENS)
                            .termStatistics(true)
                            .fieldStatistics(true)
                            .positions(false)
                            .offsets(false)
                            .payloads(false)))
                    .termVectors()
                    .get(TOKENS);
            unknown.forEach(word ->
                    known.put(word, found == null ? 0L : documents(found.terms().get(word))));
            if (found != null && found.fieldStatistics() != null) {
                all = Math.max(all, found.fieldStatistics().docCount());
            }
        }

        private static long documents(@Nullable Term term) {
            return term == null || term.docFreq() == null ? 0 : term.docFreq();
        }

        @Override
        public long all() {
            return all;
        }

        @Override
        public long of(String word) {
            return known.getOrDefault(word, 0L);
        }
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
        Map<String, Double> cosines = new HashMap<>();
        near(vector, documents.size(), among(documents)).forEach(hit -> cosines.put(hit.document(), hit.score()));
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
        return hits(s -> s.knn(search), limit, among != null, score -> 2 * score - 1);
    }

    /** @param withOffers whether the offers come along */
    private List<Hit<String>> hits(
            Function<SearchRequest.Builder, SearchRequest.Builder> what,
            int limit,
            boolean withOffers,
            Function<Double, Double> score) {
        SearchRequest.Builder request = new SearchRequest.Builder()
                .index(index)
                .size(limit)
                .trackTotalHits(t -> t.enabled(false))
                .storedFields("_none_")
                .docvalueFields(f -> f.field(ID));
        if (withOffers) {
            request.docvalueFields(f -> f.field(OFFER));
        }
        SearchRequest search = what.apply(request).build();
        List<Hit<String>> hits = new ArrayList<>();
        ask(() -> client.search(search, Void.class)).hits().hits().forEach(hit -> {
            String id = column(hit.fields(), ID);
            hits.add(new Hit<>(id, score.apply(hit.score() == null ? 0.0 : hit.score())));
            if (withOffers) {
                offers.put(id, new BytesRef(Base64.getDecoder().decode(column(hit.fields(), OFFER))));
            }
        });
        return hits;
    }

    private static String column(Map<String, JsonData> fields, String name) {
        JsonData values = fields.get(name);
        if (values == null) {
            throw new IllegalStateException("a document was stored without its " + name);
        }
        return values.toJson().asJsonArray().getString(0);
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
        if (documents.isEmpty()) {
            return List.of();
        }
        Map<String, StoredOffer> found = new HashMap<>();
        ask(() -> client.mget(m -> m.index(index).ids(documents).sourceIncludes(TOKENS, VECTOR), StoredOffer.class))
                .docs()
                .forEach(document -> {
                    StoredOffer offer = document.isResult() ? document.result().source() : null;
                    if (offer != null) {
                        found.put(document.result().id(), offer);
                    }
                });
        return documents.stream()
                .map(found::get)
                .map(offer -> offer == null ? Stored.of("", null) : offer.forFeedback())
                .toList();
    }

    /** The offers of documents, by their id; one that was withdrawn in between is not there. */
    Map<String, BytesRef> offers(List<String> documents) {
        List<String> missing =
                documents.stream().filter(id -> !offers.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            hits(s -> s.query(among(missing)), missing.size(), true, score -> score);
        }
        return offers;
    }

    private static Query among(Collection<String> documents) {
        return Query.of(q -> q.constantScore(c -> c.filter(f -> f.ids(i -> i.values(List.copyOf(documents))))));
    }

    /** Ids of offers that are not among those found, in the order of the index. */
    List<String> others(Set<String> found, int limit) {
        Query any = Query.of(q ->
                q.constantScore(c -> c.filter(f -> f.bool(b -> b.mustNot(n -> n.exists(e -> e.field(POSITION)))))));
        return hits(s -> s.query(any), found.size() + limit, false, score -> score).stream()
                .map(Hit::document)
                .filter(id -> !found.contains(id))
                .limit(limit)
                .toList();
    }
}
