package dari.matching.elasticsearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** A way to a server that a test can shut, disturb and open again; the address stays. */
public final class Gateway implements AutoCloseable {

    /** What becomes of a request. */
    public enum Fate {
        PASS,
        /** Answered as by a server that has no room; it never arrives. */
        BUSY,
        /** It arrives, but the answer is lost. */
        LOSE_ANSWER
    }

    private final URI server;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer door;
    private volatile IntFunction<Fate> fate = number -> Fate.PASS;
    private volatile UnaryOperator<String> request = UnaryOperator.identity();
    private volatile UnaryOperator<String> answer = UnaryOperator.identity();

    public Gateway(URI server) throws IOException {
        this.server = server;
        this.door = open(0);
        this.port = door.getAddress().getPort();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** From now on the port refuses connections. */
    public void shut() {
        door.stop(0);
    }

    public void reopen() throws IOException {
        door = open(port);
    }

    /** What becomes of the first, second … request from now on. */
    public void fate(IntFunction<Fate> ofNumber) {
        requests.set(0);
        fate = ofNumber;
    }

    public int requests() {
        return requests.get();
    }

    public void rewriteRequests(UnaryOperator<String> body) {
        request = body;
    }

    public void rewriteAnswers(UnaryOperator<String> body) {
        answer = body;
    }

    private HttpServer open(int at) throws IOException {
        HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        opened.setExecutor(workers);
        opened.createContext("/", this::pass);
        opened.start();
        return opened;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            Fate decided = fate.apply(requests.incrementAndGet());
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (decided == Fate.BUSY) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            HttpResponse<byte[]> answered =
                    client.send(forwarded(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
            if (decided == Fate.LOSE_ANSWER) {
                return;
            }
            answered.headers().map().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("content-length") && !name.equalsIgnoreCase("transfer-encoding")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] told = answer.apply(new String(answered.body(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answered.statusCode(), told.length == 0 ? -1 : told.length);
            if (told.length > 0) {
                exchange.getResponseBody().write(told);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest forwarded(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder copy = HttpRequest.newBuilder(
                        server.resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofString(request.apply(new String(body, StandardCharsets.UTF_8))));
        for (String name : new String[] {"Content-Type", "Accept"}) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                copy.header(name, value);
            }
        }
        return copy.build();
    }

    @Override
    public void close() {
        door.stop(0);
        workers.shutdownNow();
    }
}
