package dari.provisioner.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dari.provisioner.Sources;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Protocol.Task;
import dari.provisioner.exclude.KeptLists;
import dari.provisioner.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job whose use ends while the agent works on it stops, leaves nothing, and never runs again. */
class WithdrawnJobTests {

    private static final Clock CLOCK = Clock.systemUTC();

    private final ExecutorService handlers = Executors.newCachedThreadPool();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path home;

    private HttpServer server;
    private HospitalAgent agent;
    private String document;
    private String job;
    private boolean wanted = true;

    @BeforeEach
    void anAgentAndAJob() throws IOException, NoSuchAlgorithmException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(handlers);
        server.start();
        Sources.write(home.resolve("omop/person.csv"), "id,sex\n1,F\n2,M\n");
        KeyPair marketplaceKey = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair own = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        Credentials credentials = new Credentials(
                "http://127.0.0.1:" + server.getAddress().getPort(),
                UUID.randomUUID().toString(),
                base64.encodeToString(own.getPrivate().getEncoded()),
                base64.encodeToString(own.getPublic().getEncoded()),
                base64.encodeToString(marketplaceKey.getPublic().getEncoded()));
        Instant now = CLOCK.instant();
        job = UUID.randomUUID().toString();
        document = Json.text(Signed.by(
                marketplaceKey.getPrivate(),
                Job.KIND,
                new Job(job, credentials.agentId(), Task.PROFILE, "omop", null, null, now, now.plusSeconds(600))));
        HospitalPolicy policy = new HospitalPolicy(
                Map.of("omop", home.resolve("omop")), new HospitalRules(2, 1, null, Set.of(), Map.of()));
        Path state = home.resolve("state");
        PrintStream said = new PrintStream(log, true, StandardCharsets.UTF_8);
        MarketplaceClient client = new MarketplaceClient(credentials, CLOCK);
        agent = new HospitalAgent(
                client,
                new PartedUpload(client, PartedUpload.PART_BYTES),
                policy,
                new KeptLists(state),
                new LedgerExchange(client, credentials, null, CLOCK),
                new JobDoor(credentials, state, CLOCK),
                new JobRunner(credentials, policy, () -> {}, state, said, CLOCK),
                said);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        handlers.shutdownNow();
    }

    @Test
    void itStopsAndLeavesNothing() {
        agent.round();
        assertThat(said()).contains("not wanted any more");
        assertThat(calls).doesNotContain("POST complete").noneMatch(call -> call.endsWith("uploads"));
        assertThat(home.resolve("state/jobs").resolve(job).resolve(Protocol.PROFILE_FILE))
                .doesNotExist();
        wanted = true;
        agent.round();
        assertThat(calls.stream().filter("POST refusals"::equals))
                .as("run before")
                .hasSize(1);
    }

    @Test
    void whatWasWithdrawnBeforeItBeganIsNotBegun() {
        wanted = false;
        agent.round();
        assertThat(said()).contains("not wanted any more");
        assertThat(calls).endsWith("POST next", "POST state");
    }

    @Test
    void nobodyIsToldOfAJobBetweenRounds() {
        agent.beat();
        assertThat(calls).isEmpty();
    }

    /** The first word that the job runs is taken; by then its use has ended, which the next word learns. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String call = path.substring(path.lastIndexOf('/') + 1);
            calls.add(exchange.getRequestMethod() + " " + call);
            if (call.equals("next")) {
                byte[] body = document.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } else if (call.equals("state") && wanted) {
                wanted = false;
                agent.beat();
                exchange.sendResponseHeaders(204, -1);
            } else {
                exchange.sendResponseHeaders(call.equals("state") ? 404 : 204, -1);
            }
        }
    }

    private String said() {
        return log.toString(StandardCharsets.UTF_8);
    }
}
