package dari.matching.bench;

import dari.matching.json.MatchingJson;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** An Elasticsearch server by its plain interface, and what it says of itself. */
public final class Server {

    private static final int REFUSED = 300;
    private static final double MILLIS = 1000;
    private static final int PAUSE_MILLIS = 100;
    private static final int MOST_TRIES = 50;

    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    public Server(URI address) {
        this.address = address;
    }

    /** @throws IOException when it is away or refuses */
    JsonNode ask(String method, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", path.endsWith("_bulk") ? "application/x-ndjson" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= REFUSED) {
                throw new IOException("Elasticsearch at " + address + " refused " + method + " " + path
                        + " with status " + answer.statusCode());
            }
            return MatchingJson.mapper().readTree(answer.body());
        } catch (ConnectException e) {
            throw new IOException("Elasticsearch at " + address + " is not there; start it or correct the address", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while Elasticsearch answered");
        }
    }

    /**
     * CPU time that all nodes spent since they started, in seconds. A node samples its own at most once a second: it is
     * asked until it has sampled anew, so that what it spent just now is in it.
     */
    public double cpuSeconds() throws IOException {
        JsonNode first = processes();
        JsonNode fresh = first;
        for (int tries = 0; tries < MOST_TRIES && !sampledSince(first, fresh); tries++) {
            pause();
            fresh = processes();
        }
        double millis = 0;
        for (JsonNode node : fresh) {
            millis += node.at("/process/cpu/total_in_millis").asDouble();
        }
        return millis / MILLIS;
    }

    private JsonNode processes() throws IOException {
        return ask("GET", "/_nodes/stats/process", "").path("nodes");
    }

    private static boolean sampledSince(JsonNode before, JsonNode now) {
        return now.properties().stream()
                .noneMatch(node -> sampled(node.getValue()) == sampled(before.path(node.getKey())));
    }

    private static long sampled(JsonNode node) {
        return node.at("/process/timestamp").asLong();
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while Elasticsearch sampled its CPU time");
        }
    }

    public long heapBytes() throws IOException {
        long bytes = 0;
        for (JsonNode node : ask("GET", "/_nodes/stats/jvm", "").path("nodes")) {
            bytes += node.path("jvm").path("mem").path("heap_used_in_bytes").asLong();
        }
        return bytes;
    }

    /** Size on disk of all indexes whose name begins so. */
    public long diskBytes(String prefix) throws IOException {
        return ask("GET", "/" + prefix + "*/_stats/store", "")
                .path("_all")
                .path("primaries")
                .path("store")
                .path("size_in_bytes")
                .asLong();
    }
}
