package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.agent.Protocol.Enrolled;
import dari.provisioner.agent.Protocol.Enrolment;
import dari.provisioner.agent.Protocol.Heartbeat;
import dari.provisioner.agent.Protocol.Refusal;
import dari.provisioner.agent.Protocol.StateReport;
import dari.provisioner.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Calls the marketplace, signing every request. The agent only ever calls out. */
final class MarketplaceClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LEDGER = "/agent/v1/ledger";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Credentials credentials;
    private final Clock clock;

    MarketplaceClient(Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Hands the enrolment code in and learns the agent's id. */
    static Enrolled enrol(String server, Enrolment enrolment) {
        requireSafe(server);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/agent/v1/enrol"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header(Protocol.VERSION_HEADER, Protocol.VERSION)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(enrolment)))
                .build();
        HttpResponse<byte[]> answer = send(HttpClient.newHttpClient(), request);
        return JSON.readValue(answer.body(), Enrolled.class);
    }

    /** Plain HTTP is for this machine only. */
    static void requireSafe(String server) {
        URI uri = URI.create(server);
        boolean loopback = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
        if (!"https".equals(uri.getScheme()) && !loopback) {
            throw new BadInput(server, "is not https", "plain http is accepted for localhost only");
        }
    }

    void heartbeat(Heartbeat heartbeat) {
        post("/agent/v1/heartbeat", heartbeat);
    }

    /** A job's document, unread. */
    Optional<String> nextJob() {
        HttpResponse<byte[]> answer = call("POST", "/agent/v1/jobs/next", new byte[0]);
        return answer.statusCode() == 204
                ? Optional.empty()
                : Optional.of(new String(answer.body(), StandardCharsets.UTF_8));
    }

    void refuse(Refusal refusal) {
        post("/agent/v1/refusals", refusal);
    }

    void report(String job, StateReport report) {
        post("/agent/v1/jobs/" + job + "/state", report);
    }

    /** Sends one file of a release or an assessment; sending it again replaces it. */
    void upload(String job, String path, Path file) throws IOException {
        call(
                "PUT",
                "/agent/v1/jobs/" + job + "/files?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8),
                Files.readAllBytes(file));
    }

    void complete(String job) {
        call("POST", "/agent/v1/jobs/" + job + "/complete", new byte[0]);
    }

    /** The last countersigned head of the hospital's ledger; empty when the marketplace knows none. */
    Optional<Signed> ledgerHead() {
        HttpResponse<byte[]> answer = call("GET", LEDGER, new byte[0]);
        return answer.statusCode() == 204 ? Optional.empty() : Optional.of(signed(answer));
    }

    /** Hands lines over and gets their head back, countersigned. */
    Signed handOver(Signed ledgerLines) {
        return signed(call("POST", LEDGER, JSON.writeValueAsBytes(ledgerLines)));
    }

    private static Signed signed(HttpResponse<byte[]> answer) {
        return Json.parse(new String(answer.body(), StandardCharsets.UTF_8), Signed.class, "countersigned head");
    }

    private void post(String path, Object message) {
        call("POST", path, JSON.writeValueAsBytes(message));
    }

    private HttpResponse<byte[]> call(String method, String path, byte[] body) {
        String time = clock.instant().toString();
        String nonce = UUID.randomUUID().toString();
        String signature = RequestSignature.sign(
                RequestSignature.privateKey(credentials.privateKey()), method, path, time, nonce, body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(credentials.server() + path))
                .timeout(TIMEOUT)
                .header("Content-Type", method.equals("PUT") ? "application/octet-stream" : "application/json")
                .header(Protocol.VERSION_HEADER, Protocol.VERSION)
                .header(Protocol.AGENT_HEADER, credentials.agentId())
                .header(Protocol.TIME_HEADER, time)
                .header(Protocol.NONCE_HEADER, nonce)
                .header(Protocol.SIGNATURE_HEADER, signature)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return send(http, request);
    }

    private static HttpResponse<byte[]> send(HttpClient http, HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 500) {
                throw new IOException("answer " + answer.statusCode());
            }
            if (answer.statusCode() >= 400) {
                throw new Refused(
                        "the marketplace refused " + request.uri().getPath() + " with " + answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new SurroundingsFailed("the marketplace cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SurroundingsFailed("interrupted", e);
        }
    }
}
