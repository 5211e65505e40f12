package dari.privacyledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.agents.AgentDesk;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.provisioner.agent.Agents;
import dari.provisioner.agent.LedgerDocuments;
import dari.provisioner.agent.Protocol;
import dari.provisioner.agent.RequestSignature;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerHead;
import dari.provisioner.privacy.Rho;
import dari.provisioner.release.Ed25519;
import dari.support.ActAs;
import dari.support.AgentTest;
import dari.support.People;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** A hospital's real ledger, its real agent, and documents that nobody should have sent. */
@AgentTest
class PrivacyLedgerTests {

    private static final Path POLICY = Path.of("../sandbox-provisioner/src/demo/hospitals/neoul/policy.yaml");

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    AgentDesk agents;

    @Autowired
    PrivacyLedgers ledgers;

    @Autowired
    PrivacyLedgerImport intake;

    @Autowired
    History history;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path home;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private ActAs steward;
    private OrganizationId hospital;
    private Ledger ledger;
    private KeyPair keys;

    @BeforeEach
    void aHospitalWithALedger() throws Exception {
        ActAs office = people.aHospital();
        steward = people.colleagueOf(office, Role.HOSPITAL_STEWARD);
        hospital = office.organization().id();
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        ledger = opened("hospital.ledger");
    }

    @Test
    void theAgentHandsItsLedgerOverAndKeepsTheCountersignedHead() throws Exception {
        enrol();
        round();
        Path kept = home.resolve("hospital.ledger.head");
        assertThat(Json.read(kept, LedgerHead.class)).as(said()).isEqualTo(head());
        spend("first");
        round();
        assertThat(Json.read(kept, LedgerHead.class).sequence()).isEqualTo(2);
        Files.delete(kept);
        round(); // nothing new: the head is asked for and kept again
        assertThat(Json.read(kept, LedgerHead.class)).isEqualTo(head());

        LedgerView view = steward.get(() -> ledgers.mine());
        assertThat(view.sequence()).isEqualTo(2);
        assertThat(view.accounts()).singleElement().satisfies(account -> {
            assertThat(account.epsilon()).isEqualTo("1");
            assertThat(account.rhoSpent()).isEqualTo("0.01");
            assertThat(account.rhoLeft()).isEqualTo("0.004973");
            assertThat(new BigDecimal(account.epsilonSpent())).isBetween(new BigDecimal("0.7"), BigDecimal.ONE);
        });
        assertThat(steward.get(() -> ledgers.lines(0, 1)))
                .extracting(LedgerLineView::why)
                .containsExactly("first");
        assertThat(steward.get(() -> ledgers.lines(1, 1)))
                .extracting(LedgerLineView::why)
                .containsExactly("decision 1");
        assertThat(people.aHospital().get(() -> ledgers.lines(0, 1))).isEmpty();
        assertThat(people.aHospital().get(() -> ledgers.mine()).accounts()).isEmpty();
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/hospital/privacy").param("lang", language).with(steward.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("0.004973")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(get("/register/privacy/privacy.csv"))
                .andExpect(status().isOk())
                .andExpect(
                        content().string(containsString(steward.organization().name())))
                .andExpect(content().string(not(containsString("decision 1"))));
        assertThat(ledgers.published(hospital))
                .singleElement()
                .extracting(PublicPrivacy::epsilonLeft)
                .isEqualTo(view.accounts().get(0).epsilonLeft());
    }

    @Test
    void anOlderCopyIsRefusedByTheAgentAndTheStewardLearnsIt() throws Exception {
        enrol();
        byte[] older = Files.readAllBytes(home.resolve("hospital.ledger"));
        spend("first");
        round();
        Files.write(home.resolve("hospital.ledger"), older);
        Files.delete(home.resolve("hospital.ledger.head"));
        round();
        assertThat(said()).contains("does not hold entry 2");
        assertThat(steward.get(() -> agents.refusals()))
                .extracting(AgentDesk.RefusalView::reason)
                .containsExactly(Protocol.RefusalReason.LEDGER_BEHIND);
        mvc.perform(get("/hospital/agents").with(steward.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void overTheNetworkADocumentThatDoesNotGoOnIs409AndAnUnsignedRequest401() throws Exception {
        enrol();
        round();
        JsonNode credentials = Json.mapper().readTree(Files.readString(home.resolve("credentials.json")));
        PrivateKey key = Ed25519.privateKey(credentials.get("privateKey").asString());
        String replayed = Json.text(LedgerDocuments.export(ledger, 0, key));
        assertThat(post(replayed, credentials.get("agentId").asString(), key)).isEqualTo(409);
        assertThat(post(replayed, credentials.get("agentId").asString(), keys.getPrivate()))
                .isEqualTo(401);
        assertThat(intake.head(hospital)).contains(head());
    }

    @Test
    void whatDoesNotGoOnFromTheKnownHeadIsRefusedAndSaidOnce() throws Exception {
        Signed first = LedgerDocuments.export(ledger, 0, keys.getPrivate());
        spend("first");
        spend("second");
        Signed gapped = LedgerDocuments.export(ledger, 2, keys.getPrivate());
        assertThat(take(gapped)).as("the beginning is missing").isFalse();
        assertThat(take(first)).isTrue();
        assertThat(take(first)).as("replayed").isFalse();
        assertThat(take(gapped)).as("line 2 is missing").isFalse();
        KeyPair others = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThat(take(LedgerDocuments.export(ledger, 1, others.getPrivate())))
                .as("another hospital's key")
                .isFalse();
        Signed good = LedgerDocuments.export(ledger, 1, keys.getPrivate());
        Signed forged = new Signed(good.kind(), good.content().replace("first", "fewer"), good.signature());
        assertThat(take(forged)).as("changed after it was signed").isFalse();
        Signed resigned = Signed.by(
                keys.getPrivate(),
                good.kind(),
                Json.parse(good.content().replace("first", "fewer"), LedgerDocuments.Lines.class, "x"));
        assertThat(take(resigned)).as("signed, but no hash fits").isFalse();
        Ledger fork = opened("fork.ledger");
        fork.account("omop", "all").spend(Rho.of(1, 200), "other");
        assertThat(take(LedgerDocuments.export(fork, 1, keys.getPrivate())))
                .as("another ledger")
                .isFalse();
        assertThat(intake.head(hospital)).map(LedgerHead::sequence).contains(1L);
        assertThat(take(good)).isTrue();
        assertThat(intake.head(hospital)).contains(head());

        long before = refusals();
        assertThat(take(gapped)).isFalse();
        assertThat(take(gapped)).isFalse();
        assertThat(refusals()).isEqualTo(before + 1);
        assertThat(steward.get(() -> ledgers.mine()).refusedAt()).isNotNull();
    }

    private boolean take(Signed document) {
        return intake.takeIn(hospital, document, keys.getPublic()).isPresent();
    }

    private long refusals() {
        return history.of(List.of(hospital.value())).stream()
                .map(HistoryLine::action)
                .filter("privacyledger.refused"::equals)
                .count();
    }

    private Ledger opened(String file) {
        Ledger fresh = Ledger.open(home.resolve(file), Clock.systemUTC());
        fresh.openAccount("omop", "all", BigDecimal.ONE, new BigDecimal("1e-9"), "decision 1", "board");
        return fresh;
    }

    private void spend(String what) {
        ledger.account("omop", "all").spend(Rho.of(what.equals("first") ? 10 : 1, 1000), what);
    }

    private LedgerHead head() {
        LedgerHead head = ledger.verify().head();
        assertThat(head).isNotNull();
        return head;
    }

    private void enrol() throws Exception {
        Files.writeString(
                home.resolve("sources.yaml"), "sources: {}\nledger: hospital.ledger\n", StandardCharsets.UTF_8);
        String code = steward.get(() -> agents.issueCode()).text();
        Agents.enrol("http://localhost:" + port, code, home.resolve("credentials.json"));
    }

    private void round() {
        Agents.round(
                home.resolve("credentials.json"),
                home.resolve("sources.yaml"),
                POLICY,
                home,
                new PrintStream(log, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
    }

    private String said() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private int post(String body, String agent, PrivateKey key) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String path = "/agent/v1/ledger";
        String time = Clock.systemUTC().instant().toString();
        String nonce = UUID.randomUUID().toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header(Protocol.VERSION_HEADER, Protocol.VERSION)
                .header(Protocol.AGENT_HEADER, agent)
                .header(Protocol.TIME_HEADER, time)
                .header(Protocol.NONCE_HEADER, nonce)
                .header(
                        Protocol.SIGNATURE_HEADER,
                        RequestSignature.sign(key, "POST", path, time, nonce, bytes, List.of()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
