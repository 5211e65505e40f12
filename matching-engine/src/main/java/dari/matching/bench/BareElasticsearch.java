package dari.matching.bench;

import dari.matching.json.MatchingJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Elasticsearch alone: words and vectors in one request, their scores added by the server. */
public final class BareElasticsearch implements BareEngine {

    private static final int BATCH = 500;

    private final Server server;
    private final String index;

    /** @param index made by {@link #build} and dropped at the end */
    public BareElasticsearch(Server server, String index) {
        this.server = server;
        this.index = index;
    }

    @Override
    public void build(Iterable<Document> documents) throws IOException {
        boolean made = false;
        StringBuilder bulk = new StringBuilder();
        int inBatch = 0;
        for (Document document : documents) {
            if (!made) {
                server.ask("PUT", "/" + index, json(mapping(document)));
                made = true;
            }
            Map<String, Object> source = new LinkedHashMap<>();
            source.put("tokens", String.join(" ", document.tokens()));
            source.put("group", document.group());
            Direction direction = document.direction();
            if (direction != null) {
                source.put("vector", direction.vector());
            }
            bulk.append(json(Map.of("index", Map.of("_id", document.id()))))
                    .append('\n')
                    .append(json(source))
                    .append('\n');
            if (++inBatch == BATCH) {
                send(bulk);
                inBatch = 0;
            }
        }
        if (inBatch > 0) {
            send(bulk);
        }
        server.ask("POST", "/" + index + "/_refresh", "");
    }

    private void send(StringBuilder bulk) throws IOException {
        if (server.ask("POST", "/" + index + "/_bulk", bulk.toString())
                .path("errors")
                .asBoolean()) {
            throw new IOException("Elasticsearch did not take the documents of the bare index");
        }
        bulk.setLength(0);
    }

    private static Map<String, Object> mapping(Document example) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tokens", Map.of("type", "text", "analyzer", "whitespace"));
        fields.put("group", Map.of("type", "keyword"));
        Direction direction = example.direction();
        if (direction != null) {
            fields.put(
                    "vector",
                    Map.of("type", "dense_vector", "dims", direction.dimensions(), "similarity", "dot_product"));
        }
        return Map.of(
                "settings", Map.of("number_of_shards", 1, "number_of_replicas", 0),
                "mappings", Map.of("properties", fields));
    }

    @Override
    public int run(Query query) throws IOException {
        Map<String, Object> filter = Map.of("term", Map.of("group", query.group()));
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("size", HITS);
        request.put("_source", false);
        request.put("track_total_hits", false);
        List<Map<String, Map<String, String>>> words = query.tokens().stream()
                .map(token -> Map.of("term", Map.of("tokens", token)))
                .toList();
        request.put("query", Map.of("bool", Map.of("filter", List.of(filter), "should", words)));
        Direction direction = query.direction();
        if (direction != null) {
            request.put(
                    "knn",
                    Map.of(
                            "field", "vector",
                            "query_vector", direction.vector(),
                            "k", HITS,
                            "num_candidates", HITS,
                            "filter", filter));
        }
        return server.ask("POST", "/" + index + "/_search", json(request))
                .path("hits")
                .path("hits")
                .size();
    }

    private static String json(Object value) {
        return MatchingJson.mapper().writeValueAsString(value);
    }

    @Override
    public void close() throws IOException {
        server.ask("DELETE", "/" + index + "?ignore_unavailable=true", "");
    }
}
