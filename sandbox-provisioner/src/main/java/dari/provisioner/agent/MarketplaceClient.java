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
import dari.provisioner.release.Manifest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Calls the marketplace, signing every request. The agent only ever calls out. */
final class MarketplaceClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LEDGER = "/agent/v1/ledger";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final String CONTENT_TYPE = "Content-Type";
    private static final Map<String, String> AS_JSON = Map.of(CONTENT_TYPE, "application/json");
    private static final int NOT_FOUND = 404;

    /** Another part came first, the upload was removed meanwhile, a part was damaged on its way: the next round goes on. */
    private static final Set<Integer> TO_TRY_AGAIN = Set.of(409, 410, Tus.CHECKSUM_MISMATCH);

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
                .header(CONTENT_TYPE, "application/json")
                .header(Protocol.VERSION_HEADER, Protocol.VERSION)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(enrolment)))
                .build();
        HttpResponse<byte[]> answer = send(HttpClient.newHttpClient(), request, Set.of());
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
        post(statePath(job), report);
    }

    /** Says that a job runs here, and learns whether it is still this agent's and wanted. */
    boolean isWanted(String job) {
        byte[] running = JSON.writeValueAsBytes(new StateReport(Protocol.State.RUNNING, null, null));
        HttpRequest request = signed("POST", statePath(job), running, AS_JSON);
        HttpResponse<byte[]> answer = exchange(http, request);
        return answer.statusCode() != NOT_FOUND && taken(request, answer, Set.of());
    }

    /**
     * Says what file of a job's result will come in parts; said again, it finds what was kept of it.
     *
     * @return where its parts go
     */
    String announce(String job, Manifest.Entry file) {
        String uploads = "/agent/v1/jobs/" + job + "/uploads";
        HttpResponse<byte[]> answer = call(
                "POST",
                uploads,
                new byte[0],
                Map.of(
                        Tus.VERSION_HEADER, Tus.VERSION,
                        Tus.LENGTH, String.valueOf(file.bytes()),
                        Tus.METADATA, Tus.metadata(file)),
                Set.of());
        String upload = answer.headers().firstValue("Location").orElse("");
        if (!upload.matches(Pattern.quote(uploads) + "/[0-9a-f-]{36}")) {
            throw new Refused("the marketplace says no place for the parts of a file");
        }
        return upload;
    }

    /** How many bytes of a file the marketplace has. */
    long kept(String upload) {
        return offset(call("HEAD", upload, new byte[0], Map.of(Tus.VERSION_HEADER, Tus.VERSION), TO_TRY_AGAIN));
    }

    /**
     * @param from how many bytes are there already
     * @return how many are there now
     */
    long sendPart(String upload, long from, byte[] part) {
        return offset(call(
                "PATCH",
                upload,
                part,
                Map.of(
                        Tus.VERSION_HEADER,
                        Tus.VERSION,
                        Tus.OFFSET,
                        String.valueOf(from),
                        Tus.CHECKSUM,
                        Tus.checksum(part),
                        CONTENT_TYPE,
                        Tus.PART_TYPE),
                TO_TRY_AGAIN));
    }

    private static long offset(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValueAsLong(Tus.OFFSET)
                .orElseThrow(() -> new Refused("the marketplace does not say how much of a file it has"));
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

    private static String statePath(String job) {
        return "/agent/v1/jobs/" + job + "/state";
    }

    private HttpResponse<byte[]> call(String method, String path, byte[] body) {
        return call(method, path, body, AS_JSON, Set.of());
    }

    private HttpResponse<byte[]> call(
            String method, String path, byte[] body, Map<String, String> headers, Set<Integer> toTryAgain) {
        return send(http, signed(method, path, body, headers), toTryAgain);
    }

    private HttpRequest signed(String method, String path, byte[] body, Map<String, String> headers) {
        String time = clock.instant().toString();
        String nonce = UUID.randomUUID().toString();
        String signature = RequestSignature.sign(
                RequestSignature.privateKey(credentials.privateKey()),
                method,
                path,
                time,
                nonce,
                body,
                Tus.signedHeaders(headers::get));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(credentials.server() + path))
                .timeout(TIMEOUT)
                .header(Protocol.VERSION_HEADER, Protocol.VERSION)
                .header(Protocol.AGENT_HEADER, credentials.agentId())
                .header(Protocol.TIME_HEADER, time)
                .header(Protocol.NONCE_HEADER, nonce)
                .header(Protocol.SIGNATURE_HEADER, signature)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    private static HttpResponse<byte[]> send(HttpClient http, HttpRequest request, Set<Integer> toTryAgain) {
        HttpResponse<byte[]> answer = exchange(http, request);
        taken(request, answer, toTryAgain);
        return answer;
    }

    private static HttpResponse<byte[]> exchange(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new SurroundingsFailed("the marketplace cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SurroundingsFailed("interrupted", e);
        }
    }

    /** @return always true: what was not taken is thrown */
    private static boolean taken(HttpRequest request, HttpResponse<byte[]> answer, Set<Integer> toTryAgain) {
        int status = answer.statusCode();
        if (status >= 500 || toTryAgain.contains(status)) {
            throw new SurroundingsFailed("the marketplace did not take it this time, answer " + status, null);
        }
        if (status >= 400) {
            String spoken = answer.headers().firstValue(Protocol.VERSION_HEADER).orElse(Protocol.VERSION);
            throw new Refused(
                    spoken.equals(Protocol.VERSION)
                            ? "the marketplace refused " + request.uri().getPath() + " with " + status
                            : "the marketplace speaks version " + spoken
                                    + " of the agents' protocol and this agent version " + Protocol.VERSION
                                    + ": update the older of the two");
        }
        return true;
    }
}
