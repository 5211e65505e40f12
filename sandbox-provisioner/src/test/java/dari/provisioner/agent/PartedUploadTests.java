package dari.provisioner.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.release.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's side of an upload in parts, against a marketplace that fails where it is told to. */
class PartedUploadTests {

    private static final int PART = 1_000;
    private static final int BYTES = 9_500;
    private static final String JOB = UUID.randomUUID().toString();

    @TempDir
    Path folder;

    private final FailingMarketplace marketplace = new FailingMarketplace();
    private HttpServer server;
    private byte[] content;

    @BeforeEach
    void aFileAndAMarketplace() throws IOException {
        content = new byte[BYTES];
        new Random(7).nextBytes(content);
        Files.createDirectories(folder.resolve("data"));
        Files.write(folder.resolve("data/person.csv"), content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", marketplace::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsAFileInPartsAndAWholeOneNotAgain() throws Exception {
        send();
        assertThat(marketplace.kept.toByteArray()).isEqualTo(content);
        assertThat(marketplace.parts).hasSize(10).endsWith(500);
        send();
        assertThat(marketplace.parts).hasSize(10);
        assertThat(marketplace.announced).containsOnly("data/person.csv " + BYTES + " " + Sha256.hex(content));
    }

    @Test
    void goesOnWhereItStoodHoweverOftenTheConnectionIsCut() throws Exception {
        for (int attempt = 1; attempt <= 8; attempt++) {
            // each time as after a restart: nothing of the last try is known to the agent
            // the announcement, then the first part or the second; a question is asked again by the client itself
            int request = attempt == 1 ? 1 : 3 + attempt % 2;
            marketplace.failAt(request, attempt % 3 == 0 ? Failure.BEFORE_KEEPING : Failure.BEFORE_ANSWERING);
            tryToSend();
        }
        assertThat(marketplace.kept.size()).isBetween(PART, BYTES - 1);
        marketplace.failAt(0, Failure.BEFORE_KEEPING);
        send();
        assertThat(marketplace.kept.toByteArray()).isEqualTo(content);
        assertThat(marketplace.parts.stream().mapToInt(part -> part).sum())
                .as("no byte that was kept is sent to be kept again")
                .isEqualTo(BYTES);
    }

    @Test
    void takesADamagedPartAndARemovedUploadForPassing() {
        for (int status : new int[] {409, 410, 460, 503}) {
            marketplace.status = status;
            assertThatThrownBy(this::send).isInstanceOf(SurroundingsFailed.class);
        }
        marketplace.status = 422;
        assertThatThrownBy(this::send).isInstanceOf(Refused.class);
    }

    @Test
    void sendsNothingToAPlaceThatIsNotTheJobs() {
        for (String place : new String[] {
            "",
            "https://elsewhere.example/agent/v1/jobs/" + JOB + "/uploads/" + UUID.randomUUID(),
            "/agent/v1/jobs/" + UUID.randomUUID() + "/uploads/" + UUID.randomUUID(),
            "/agent/v1/jobs/" + JOB + "/uploads/../complete"
        }) {
            marketplace.place = place;
            assertThatThrownBy(this::send).as(place).isInstanceOf(Refused.class);
        }
        assertThat(marketplace.parts).isEmpty();
    }

    @Test
    void saysWhatToDoWhereAnotherVersionIsSpoken() {
        marketplace.spoken = "2";
        marketplace.status = 400;
        assertThatThrownBy(this::send)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("speaks version 2")
                .hasMessageContaining("update");
    }

    @Test
    void stopsWhenTheMarketplaceKeepsSomethingElse() {
        marketplace.claimed = 3;
        assertThatThrownBy(this::send).isInstanceOf(Refused.class).hasMessageContaining("another number of bytes");
    }

    private void tryToSend() throws IOException {
        try {
            send();
        } catch (SurroundingsFailed e) {
            // tried again in the next round
        }
    }

    private void send() throws IOException {
        new PartedUpload(new MarketplaceClient(credentials(), Clock.systemUTC()), PART)
                .send(JOB, folder, "data/person.csv");
    }

    private Credentials credentials() {
        try {
            KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            String publicKey = base64.encodeToString(key.getPublic().getEncoded());
            return new Credentials(
                    "http://127.0.0.1:" + server.getAddress().getPort(),
                    UUID.randomUUID().toString(),
                    base64.encodeToString(key.getPrivate().getEncoded()),
                    publicKey,
                    publicKey);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private enum Failure {
        BEFORE_KEEPING,
        BEFORE_ANSWERING
    }

    /** Keeps one upload in memory, and cuts the connection at the request it is told. */
    private static final class FailingMarketplace {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final List<Integer> parts = new ArrayList<>();
        private final List<String> announced = new ArrayList<>();
        private String place = "/agent/v1/jobs/" + JOB + "/uploads/" + UUID.randomUUID();
        private String spoken = Protocol.VERSION;
        private int status;
        private int claimed;
        private int untilFailure;
        private Failure failure = Failure.BEFORE_KEEPING;

        void failAt(int request, Failure how) {
            untilFailure = request;
            failure = how;
        }

        void answer(HttpExchange exchange) throws IOException {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean fails = untilFailure > 0 && --untilFailure == 0;
            if (fails && failure == Failure.BEFORE_KEEPING) {
                exchange.close();
                return;
            }
            int answer = handle(exchange, body);
            if (!fails) {
                int more = exchange.getRequestMethod().equals("PATCH") ? claimed : 0;
                exchange.getResponseHeaders().add(Tus.OFFSET, String.valueOf(kept.size() + more));
                exchange.getResponseHeaders().add(Protocol.VERSION_HEADER, spoken);
                exchange.sendResponseHeaders(answer, -1);
            }
            exchange.close();
        }

        private int handle(HttpExchange exchange, byte[] body) {
            switch (exchange.getRequestMethod()) {
                case "POST" -> {
                    Manifest.Entry file = Tus.announced(
                            exchange.getRequestHeaders().getFirst(Tus.METADATA),
                            Long.parseLong(exchange.getRequestHeaders().getFirst(Tus.LENGTH)));
                    announced.add(file.path() + " " + file.bytes() + " " + file.sha256());
                    exchange.getResponseHeaders().add("Location", place);
                    return 201;
                }
                case "PATCH" -> {
                    if (status > 0) {
                        return status;
                    }
                    assertThat(exchange.getRequestHeaders().getFirst(Tus.OFFSET))
                            .isEqualTo(String.valueOf(kept.size()));
                    assertThat(exchange.getRequestHeaders().getFirst(Tus.CHECKSUM))
                            .isEqualTo(Tus.checksum(body));
                    kept.writeBytes(body);
                    parts.add(body.length);
                    return 204;
                }
                default -> {
                    return 200;
                }
            }
        }
    }
}
