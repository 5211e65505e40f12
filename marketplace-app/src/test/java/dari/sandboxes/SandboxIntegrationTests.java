package dari.sandboxes;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static dari.support.Marketplace.withoutDownloads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.xpath;

import dari.agents.AgentDesk;
import dari.agreements.Agreements;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.billing.Billing;
import dari.delivery.SandboxTokens;
import dari.destruction.DestructionView;
import dari.destruction.Destructions;
import dari.destruction.KeyState;
import dari.destruction.RemovedFile;
import dari.incidents.Stops;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.IdBytes;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.notifications.Notifications;
import dari.notifications.ShownNotice;
import dari.offers.Delivery;
import dari.offers.OfferContent;
import dari.projects.Approval;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.provisioner.Refused;
import dari.provisioner.agent.Agents;
import dari.provisioner.agent.Protocol;
import dari.provisioner.agent.RequestSignature;
import dari.provisioner.query.QueryAnswer;
import dari.provisioner.release.Ed25519;
import dari.provisioner.release.Release;
import dari.queries.QueryLine;
import dari.queries.SandboxQueries;
import dari.support.ActAs;
import dari.support.AgentTest;
import dari.support.CuttingProxy;
import dari.support.Journey;
import dari.support.People;
import dari.workspace.WaitingItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hospital's real agent against the running application, on the demonstration data: from the recipe to the file. */
@AgentTest
class SandboxIntegrationTests {

    /** Tag of tests whose release stays at the hospital. */
    private static final String IN_PLACE = "in-place";

    private static final Path DEMO = Path.of("../sandbox-provisioner/src/demo");

    @LocalServerPort
    int port;

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    Projects projects;

    @Autowired
    Agreements agreements;

    @Autowired
    Billing billing;

    @Autowired
    SandboxTokens tokens;

    @Autowired
    Preparation preparation;

    @Autowired
    SandboxAccess access;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    Stops stops;

    @Autowired
    Destructions destructions;

    @Autowired
    SandboxJobs jobs;

    @Autowired
    SandboxWork work;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    SandboxQueries queries;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    AgentDesk agents;

    @Autowired
    History history;

    @Value("${dari.home}")
    Path home;

    @Autowired
    Notifications notifications;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path state;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private ActAs startup;
    private ActAs office;
    private ActAs steward;
    private ActAs board;
    private ActAs privacy;
    private ProjectView project;
    private SandboxId sandbox;
    private String recipe;

    @BeforeEach
    void aClearProjectAndAnAgent(TestInfo test) throws IOException {
        Delivery delivery = test.getTags().contains(IN_PLACE) ? Delivery.IN_PLACE : Delivery.HOSTED;
        startup = people.aStartup();
        office = people.aHospital();
        steward = people.colleagueOf(office, Role.HOSPITAL_STEWARD);
        board = people.colleagueOf(office, Role.HOSPITAL_BOARD);
        privacy = people.colleagueOf(office, Role.HOSPITAL_PRIVACY);
        OfferContent offer = anOffer("당뇨병 코호트", healthTerms(), delivery);
        project = journey.project(startup, office, delivery == Delivery.IN_PLACE ? withoutDownloads(offer) : offer);
        sandbox = await().until(() -> startup.get(() -> sandboxes.ofMyStartup()), found -> !found.isEmpty())
                .get(0)
                .id();
        await().until(() -> startup.get(() -> agreements.of(project.id())).isPresent()
                && startup.get(() -> billing.of(project.id())).isPresent());
        recipe = Files.readString(DEMO.resolve("recipes/omop.yaml"));
        String code = steward.get(() -> agents.issueCode()).text();
        Agents.enrol("http://localhost:" + port, code, state.resolve("credentials.json"));
        assertThatThrownBy(() -> Agents.enrol("http://localhost:" + port, code, state.resolve("again.json")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void fromTheRecipeToTheDownloadedFile() throws Exception {
        steward.run(() -> preparation.setRecipe(sandbox, recipe));
        round();
        assertThat(status()).isEqualTo(SandboxStatus.RECIPE_SET); // not clear: the agent gets no job
        makeClear();
        round();
        assertThat(status()).isEqualTo(SandboxStatus.GENERATING);
        assertThat(show(steward).waitingFor()).isEqualTo("steward");

        Agents.approve(String.valueOf(show(steward).recipeHash()), "박담온", state, Clock.systemUTC());
        round();
        assertThat(status()).as(log.toString(StandardCharsets.UTF_8)).isEqualTo(SandboxStatus.IN_REVIEW);
        assertThatThrownBy(() -> startup.run(() -> access.open(sandbox))).isInstanceOf(RuleBrokenException.class);
        everyPageReads(steward, "/hospital/sandboxes", "/hospital/sandboxes/" + sandbox.value(), "/home");

        assertThatThrownBy(() -> steward.run(() -> preparation.review(sandbox, true, "직접 썼습니다")))
                .isInstanceOf(RuleBrokenException.class);
        board.run(() -> preparation.review(sandbox, true, "k와 공격 시험을 보았습니다"));
        assertThatThrownBy(() -> board.run(() -> preparation.review(sandbox, true, "다시")))
                .isInstanceOf(RuleBrokenException.class);
        assertThat(status()).isEqualTo(SandboxStatus.IN_REVIEW);
        privacy.run(() -> preparation.review(sandbox, true, "한계를 읽었습니다"));
        assertThat(status()).isEqualTo(SandboxStatus.READY);

        mvc.perform(get("/register/{id}", project.id().value()).param("lang", "en"))
                .andExpect(status200())
                .andExpect(content().string(containsString("One sentence")));
        theRegisterIsFoundAndTakenAlong();
        everyPageReads(
                startup,
                "/sandboxes",
                "/sandboxes/" + sandbox.value(),
                "/sandboxes/" + sandbox.value() + "?table=condition_occurrence",
                "/sandboxes/" + sandbox.value() + "/certificate",
                "/register",
                "/register/" + project.id().value());
        assertThat(status()).isEqualTo(SandboxStatus.ACTIVE);
        mvc.perform(get("/sandboxes/{id}/files/person.parquet", sandbox.value()).with(startup.signedIn()))
                .andExpect(MockMvcResultMatchers.status().isConflict()); // it is opened, not sent
        scientistsAskInSqlAndTheHospitalReadsIt();
        assertThat(history.of(List.of(project.id().value())))
                .extracting(HistoryLine::action)
                .containsSubsequence(
                        "project.made",
                        "sandbox.recipe",
                        "sandbox.generating",
                        "sandbox.released",
                        "sandbox.approved",
                        "sandbox.opened");
        theSnippetOnThePageAsksOverTheNetwork();

        board.run(() -> stops.press(project.id()));
        assertThat(status()).isEqualTo(SandboxStatus.SUSPENDED);
        assertThatThrownBy(() -> startup.run(() -> access.open(sandbox))).isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> startup.run(() -> queries.ask(sandbox, "SELECT 1")))
                .isInstanceOf(RuleBrokenException.class);
        everyPageReads(startup, "/sandboxes/" + sandbox.value() + "/query");
    }

    private void scientistsAskInSqlAndTheHospitalReadsIt() throws Exception {
        String page = "/sandboxes/" + sandbox.value() + "/query";
        everyPageReads(startup, page);
        String sql = "SELECT gender_concept_id, count(*) AS n FROM person GROUP BY 1 ORDER BY n DESC";
        mvc.perform(post(page).with(startup.signedIn()).with(csrf()).param("sql", sql))
                .andExpect(status200())
                .andExpect(content().string(containsString("8507")))
                .andExpect(content().string(containsString("class=\"bars\"")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(post(page)
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("sql", "SELECT repeat('x', 2000000000)"))
                .andExpect(status200())
                .andExpect(content().string(containsString("This function cannot be used")))
                .andExpect(content().string(containsString("2000000000")));
        mvc.perform(post(page + "/export")
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("sql", "SELECT count(*) AS persons FROM person"))
                .andExpect(redirectedUrlPattern("/exports/*"));
        QueryLine asked = startup.get(() -> queries.mine(sandbox)).get(2);
        startup.run(() -> queries.keep(sandbox, asked.id(), "성별"));
        assertThat(startup.get(() -> queries.kept(sandbox)))
                .extracting(QueryLine::text)
                .containsExactly(sql);
        everyPageReads(startup, page + "?from=" + asked.id());

        everyPageReads(steward, "/hospital/sandboxes/" + sandbox.value() + "/use");
        assertThat(steward.get(() -> queries.uses(sandbox, 0, 10)).lines())
                .extracting(QueryLine::taken)
                .containsExactly(true, false, false);
        for (ActAs stranger : List.of(people.aStartup(), people.aHospital())) {
            boolean hospital = stranger.get(() -> currentActor.get()).face() == Face.HOSPITAL;
            assertThatThrownBy(() -> stranger.run(() -> {
                        if (hospital) {
                            queries.uses(sandbox, 0, 10);
                        } else {
                            queries.ask(sandbox, "SELECT 1");
                        }
                    }))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    /** The calls that the three lines of Python make, to the addresses that the page shows. */
    private void theSnippetOnThePageAsksOverTheNetwork() throws Exception {
        String page = mvc.perform(
                        get("/sandboxes/{id}/delivery", sandbox.value()).with(startup.signedIn()))
                .andExpect(status200())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        Matcher shown = Pattern.compile("web\\.Request\\(&quot;https?://[^/]+(/[^&]+)&quot;, json")
                .matcher(page);
        assertThat(shown.find()).isTrue();
        String token = startup.get(() -> tokens.make(sandbox, "노트북", Duration.ofDays(1)))
                .text();
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://localhost:" + port + shown.group(1)))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{\"sql\": \"SELECT count(*) AS n FROM person\"}"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(question, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"rows\"");
    }

    private void theRegisterIsFoundAndTakenAlong() throws Exception {
        String number = project.number();
        mvc.perform(get("/register").param("q", " " + number.toLowerCase(Locale.ROOT) + " sentence"))
                .andExpect(status200())
                .andExpect(content().string(containsString(number)));
        mvc.perform(get("/register").param("q", number + " absentword").param("lang", "en"))
                .andExpect(content().string(not(containsString(project.titleEn()))))
                .andExpect(content().string(containsString("No project holds these words")));
        String link = "http://localhost/register/" + project.id().value();
        mvc.perform(get("/register/entries.json"))
                .andExpect(status200())
                .andExpect(jsonPath("$[?(@.number == '" + number + "')].link").value(link))
                .andExpect(jsonPath("$[?(@.number == '" + number + "')].status").value("READY"));
        mvc.perform(get("/register/entries.csv"))
                .andExpect(status200())
                .andExpect(content().string(containsString("number,status,titleKo")))
                .andExpect(content().string(containsString(link)));
        mvc.perform(get("/register/entries.atom"))
                .andExpect(status200())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_ATOM_XML))
                .andExpect(xpath("/*[local-name()='feed']/*[local-name()='entry']/*[local-name()='id'][.='urn:uuid:"
                                + project.id().value() + "']")
                        .exists());
    }

    @Test
    @Tag(IN_PLACE)
    void whatStaysAtTheHospitalIsAskedThereUntilAccessEnds() throws Exception {
        anEarlierAgentSendsDataAllTheSame();
        Release opened = opened();
        int files = 2 * opened.dictionary().tables().size(); // CSV and Parquet
        assertThat(sandboxes.files(sandbox))
                .extracting(StoredReleaseFile::path)
                .containsExactlyInAnyOrder(
                        "assessment.json",
                        "certificate.html",
                        "certificate.json",
                        "croissant.json",
                        "dictionary.json",
                        "manifest.json");
        questionsGoToTheAgentAndItsAnswersComeBack();
        aLapsedConditionClosesAtOnceAndRestoringItOpensAgain();
        office.run(() -> projects.end(project.id(), "연구를 마쳤습니다"));
        await().until(() -> status() == SandboxStatus.EXPIRED);
        assertThatThrownBy(() -> startup.run(() -> access.open(sandbox))).isInstanceOf(RuleBrokenException.class);
        await().until(() -> {
            destructions.work();
            return sandboxes.certificate(sandbox).isEmpty();
        });
        DestructionView gone = startup.get(() -> destructions.of(project.id())).orElseThrow();
        assertThat(Objects.requireNonNull(gone.proof()).content()).contains("stayed at the hospital (in place)");
        assertThat(gone.files())
                .extracting(RemovedFile::path)
                .contains("manifest.json")
                .noneMatch(path -> path.startsWith("data/"));
        assertThat(gone.certificate()).isNotNull(); // what was confirmed is kept as a record
        theAgentRemovesWhatItHas(gone, files);
    }

    private void anEarlierAgentSendsDataAllTheSame() throws Exception {
        steward.run(() -> preparation.setRecipe(sandbox, recipe));
        makeClear();
        round(); // not approved yet: the job waits for the hospital's steward
        AgentDesk.JobView job = steward.get(() -> agents.jobs()).get(0);
        assertThat(job.task()).isEqualTo(Protocol.Task.KEEP);
        String files = "/agent/v1/jobs/" + job.id() + "/files?path=";
        sent(files + "dictionary.json").andExpect(MockMvcResultMatchers.status().isNoContent());
        sent(files + "data/person.csv")
                .andExpect(MockMvcResultMatchers.status().isUnprocessableContent())
                .andExpect(content().string(containsString("stays at the hospital")));
        assertThat(sandboxes.files(sandbox))
                .extracting(StoredReleaseFile::path)
                .containsExactly("incoming/dictionary.json");
    }

    /** A whole file in one message, with the signature of the agent that was enrolled. */
    private ResultActions sent(String path) throws Exception {
        JsonNode own = JsonMapper.builder().build().readTree(Files.readString(state.resolve("credentials.json")));
        String time = Clock.systemUTC().instant().toString();
        String nonce = UUID.randomUUID().toString();
        byte[] body = "id\n1\n".getBytes(StandardCharsets.UTF_8);
        PrivateKey key = Ed25519.privateKey(own.get("privateKey").asString());
        return mvc.perform(put(URI.create(path))
                .content(body)
                .header(Protocol.VERSION_HEADER, Protocol.VERSION)
                .header(Protocol.AGENT_HEADER, own.get("agentId").asString())
                .header(Protocol.TIME_HEADER, time)
                .header(Protocol.NONCE_HEADER, nonce)
                .header(
                        Protocol.SIGNATURE_HEADER,
                        RequestSignature.sign(key, "PUT", path, time, nonce, body, List.of())));
    }

    private void questionsGoToTheAgentAndItsAnswersComeBack() throws Exception {
        String own = "/sandboxes/" + sandbox.value();
        everyPageReads(startup, own, own + "/explore", own + "/query", own + "/delivery");
        mvc.perform(get(own).param("lang", "en").with(startup.signedIn()))
                .andExpect(content().string(containsString("SELECT * FROM &quot;")))
                .andExpect(content().string(containsString("Ask for the first 20 rows")));
        mvc.perform(get(own + "/files/person.parquet").with(startup.signedIn()))
                .andExpect(MockMvcResultMatchers.status().isConflict());
        String sql = "SELECT gender_concept_id, count(*) AS n FROM person GROUP BY 1 ORDER BY n DESC";
        asked("/query", "sql", sql)
                .andExpect(content().string(containsString("has not answered yet")))
                .andExpect(content().string(containsString("Questions that wait")));
        everyPageReads(steward, "/hospital/sandboxes/" + sandbox.value() + "/use");
        round();
        asked("/query", "sql", sql)
                .andExpect(content().string(containsString("8507")))
                .andExpect(content().string(containsString("class=\"bars\"")))
                .andExpect(content().string(not(containsString("Questions that wait"))));
        String[] pair = {"table", "person", "across", "gender_concept_id", "down", "gender_concept_id"};
        asked("/explore/pair", pair).andExpect(content().string(containsString("has not answered yet")));
        round();
        asked("/explore/pair", pair).andExpect(content().string(containsString("pair-title")));
        assertThat(startup.get(() -> queries.mine(sandbox)))
                .as("asked once each, however often it was looked for")
                .extracting(QueryLine::rows)
                .containsExactly(2, 2);
        assertThat(steward.get(() -> queries.uses(sandbox, 0, 10)).lines())
                .extracting(QueryLine::text)
                .contains(sql);
        assertThat(state.resolve("answers")).doesNotExist();
        for (ActAs stranger : List.of(people.aStartup(), people.aHospital())) {
            assertThatThrownBy(() -> stranger.run(() -> queries.place(sandbox))).isInstanceOf(NotFoundException.class);
        }
        aProgramGetsOnlyWhatIsHarmless();
        noAnswerCountsWhileTheReleaseHereIsGone();
        anAgentThatSaysNothingIsToldToBoth();
    }

    private void aProgramGetsOnlyWhatIsHarmless() {
        startup.run(() -> tokens.make(sandbox, "노트북", Duration.ofDays(1)));
        UUID token =
                startup.get(() -> tokens.of(sandbox, 0, 1)).getContent().get(0).id();
        String harmless = "SELECT count(*) AS n FROM person";
        String rows = "SELECT person_id, year_of_birth, gender_concept_id FROM person";
        for (String sql : List.of(harmless, rows)) {
            QueryAnswer waits = startup.get(() -> queries.takeFor(token, sandbox, sql));
            assertThat(Objects.requireNonNull(waits.problem()).refusal()).isEqualTo(QueryAnswer.Refusal.WAITING);
            round();
        }
        assertThat(startup.get(() -> queries.takeFor(token, sandbox, harmless)).problem())
                .isNull();
        assertThatThrownBy(() -> startup.run(() -> queries.takeFor(token, sandbox, rows)))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        held -> assertThat(held.messageKey()).isEqualTo("queries.rule.held"));
        assertThat(steward.get(() -> queries.uses(sandbox, 0, 2)).lines())
                .extracting(QueryLine::text, QueryLine::taken, QueryLine::held)
                .containsExactly(tuple(rows, false, true), tuple(harmless, true, false));
        assertThat(history.of(List.of(project.id().value())))
                .extracting(HistoryLine::action)
                .containsOnlyOnce("sandbox.answerTaken");
    }

    /** Without what tells about the data nobody can say what an answer gives away. */
    private void noAnswerCountsWhileTheReleaseHereIsGone() throws IOException {
        Path here = home.resolve("releases/kept").resolve(sandbox.value().toString());
        Path away = home.resolve("away");
        assertThat(refusal("SELECT 3")).isEqualTo(QueryAnswer.Refusal.WAITING);
        Files.move(here, away);
        round();
        Files.move(away, here);
        assertThat(refusal("SELECT 3")).isEqualTo(QueryAnswer.Refusal.GONE);
    }

    private void anAgentThatSaysNothingIsToldToBoth() {
        assertThat(refusal("SELECT 1")).isEqualTo(QueryAnswer.Refusal.WAITING);
        database.sql("UPDATE in_place_question SET asked_at = asked_at - INTERVAL 16 MINUTE WHERE sandbox = ?")
                .param(IdBytes.of(sandbox.value()))
                .update();
        queries.endUnanswered(); // what the clock does every minute
        assertThat(refusal("SELECT 1")).isEqualTo(QueryAnswer.Refusal.SILENT);
        assertThat(List.of(startup, steward))
                .allSatisfy(one -> assertThat(
                                one.get(() -> notifications.showMine(0)).getContent())
                        .extracting(ShownNotice::messageKey)
                        .contains("queries.notice.silent"));
    }

    private QueryAnswer.@Nullable Refusal refusal(String sql) {
        QueryAnswer.Problem problem =
                startup.get(() -> queries.ask(sandbox, sql)).problem();
        return problem == null ? null : problem.refusal();
    }

    private ResultActions asked(String path, String... parameters) throws Exception {
        MockHttpServletRequestBuilder request = post("/sandboxes/" + sandbox.value() + path)
                .with(startup.signedIn())
                .with(csrf())
                .param("lang", "en");
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request).andExpect(status200());
    }

    private void aLapsedConditionClosesAtOnceAndRestoringItOpensAgain() {
        assertThat(refusal("SELECT 2")).isEqualTo(QueryAnswer.Refusal.WAITING);
        office.run(() -> projects.recordApproval(project.id(), Approval.APPROVED, "IRB-1", LocalDate.of(2020, 1, 1)));
        assertThatThrownBy(() -> startup.run(() -> access.open(sandbox))).isInstanceOf(RuleBrokenException.class);
        round(); // the gate is shut: the agent is not asked
        assertThat(startup.get(() -> queries.mine(sandbox)))
                .extracting(QueryLine::text)
                .doesNotContain("SELECT 2");
        access.closeLapsed(); // what the clock does three times a minute
        assertThat(status()).isEqualTo(SandboxStatus.SUSPENDED);
        assertThat(show(steward).lapsed()).containsExactly("approval");
        assertThat(mineToDo(office)).containsExactly("projects.condition.approval.missing");
        assertThat(mineToDo(startup)).isEmpty();
        await().untilAsserted(() -> assertThat(startup.get(() -> queries.mine(sandbox)))
                .filteredOn(line -> line.text().equals("SELECT 2"))
                .extracting(QueryLine::refusal)
                .containsExactly(QueryAnswer.Refusal.CLOSED));
        assertThatThrownBy(() -> board.run(() -> access.restore(sandbox))).isInstanceOf(RuleBrokenException.class);
        office.run(() -> projects.recordApproval(project.id(), Approval.APPROVED, "IRB-2", LocalDate.of(2099, 1, 1)));
        assertThat(mineToDo(office)).isEmpty();
        assertThat(List.of(steward, board, privacy))
                .allSatisfy(one -> assertThat(mineToDo(one)).containsExactly("sandboxes.waiting.restore"));
        board.run(() -> access.restore(sandbox));
        assertThat(mineToDo(board)).isEmpty();
        assertThat(history.of(List.of(project.id().value())))
                .extracting(HistoryLine::action)
                .contains("sandbox.lapsed", "sandbox.restored");
        assertThat(startup.get(() -> access.open(sandbox)).dictionary().tables())
                .isNotEmpty();
    }

    private void theAgentRemovesWhatItHas(DestructionView gone, int files) throws IOException {
        assertThat(gone.keyState()).isEqualTo(KeyState.WAITING);
        assertThat(state.resolve("keys")).isNotEmptyDirectory();
        round();
        DestructionView after = startup.get(() -> destructions.of(project.id())).orElseThrow();
        assertThat(after.keyState()).as(log.toString(StandardCharsets.UTF_8)).isEqualTo(KeyState.DONE);
        assertThat(after.keys())
                .singleElement()
                .satisfies(key -> assertThat(key.kept()).isEqualTo(files));
        assertThat(state.resolve("keys")).isEmptyDirectory();
        try (Stream<Path> left = Files.walk(state)) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".parquet"));
        }
    }

    @Test
    void whatArrivesAfterTheProjectsEndIsNotKept() {
        makeClear();
        steward.run(() -> preparation.setRecipe(sandbox, recipe));
        round();
        assertThat(status()).isEqualTo(SandboxStatus.GENERATING);
        office.run(() -> projects.end(project.id(), "임상의가 병원을 떠났습니다"));
        await().until(() -> status() == SandboxStatus.CANCELLED);
        assertThatThrownBy(() -> transactions.execute(now -> {
                    try (InputStream content = InputStream.nullInputStream()) {
                        jobs.receive(sandbox.value(), "data/person.csv", content);
                        return null;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .isInstanceOf(RuleBrokenException.class);
        transactions.executeWithoutResult(
                now -> jobs.reported(sandbox.value(), new Protocol.StateReport(Protocol.State.FAILED, "gate", null)));
        Agents.approve(String.valueOf(show(steward).recipeHash()), "박담온", state, Clock.systemUTC());
        round();
        assertThat(status()).isEqualTo(SandboxStatus.CANCELLED);
        assertThat(sandboxes.certificate(sandbox)).isEmpty();
    }

    @Test
    void aReleaseArrivesWholeHoweverOftenTheConnectionIsCut() throws IOException {
        makeClear();
        steward.run(() -> preparation.setRecipe(sandbox, recipe));
        Agents.approve(String.valueOf(show(steward).recipeHash()), "박담온", state, Clock.systemUTC());
        Path credentials = state.resolve("credentials.json");
        try (CuttingProxy proxy = new CuttingProxy(port)) {
            String own = Files.readString(credentials);
            Files.writeString(credentials, own.replace("localhost:" + port, "localhost:" + proxy.port()));
            int cuts = 0;
            while (status() != SandboxStatus.IN_REVIEW && cuts < 150) {
                cuts++;
                proxy.cutAt(cuts, cuts % 2 == 0); // each round is an agent started anew
                round();
            }
            assertThat(status()).as(log.toString(StandardCharsets.UTF_8)).isEqualTo(SandboxStatus.IN_REVIEW);
            assertThat(cuts).isGreaterThan(10);
            assertThat(proxy.partBytes())
                    .as("what was kept is never sent again")
                    .isEqualTo(sandboxes.files(sandbox).stream()
                            .mapToLong(StoredReleaseFile::bytes)
                            .sum());
        }
        assertThat(sandboxes.files(sandbox))
                .extracting(StoredReleaseFile::path)
                .contains("manifest.json", "data/person.csv")
                .noneMatch(path -> path.startsWith("parts/") || path.startsWith("incoming/"));
    }

    @Test
    void theHospitalsPolicyOutranksTheMarketplace() {
        makeClear();
        steward.run(() -> preparation.setRecipe(sandbox, recipe.replace("k: 20", "k: 2")));
        Agents.approve(String.valueOf(show(steward).recipeHash()), "박담온", state, Clock.systemUTC());
        round();
        assertThat(status()).isEqualTo(SandboxStatus.HELD);
        assertThat(show(steward).problem()).isEqualTo("policy.k");
        assertThat(show(steward).note()).isEqualTo("5");
    }

    @Test
    void aBadRecipeNamesItsPlaceAndKeepsWhatWasTyped() throws Exception {
        mvc.perform(post("/hospital/sandboxes/{id}/recipe", sandbox.value())
                        .with(steward.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("recipe", "recipe: 1\ngoal: deidentify\nsurprise: yes\n"))
                .andExpect(status200())
                .andExpect(content().string(containsString("recipe:3")))
                .andExpect(content().string(containsString("surprise: yes")));
    }

    @Test
    void strangersSeeNothingAndUnsignedOrReplayedRequestsGetNothing() throws Exception {
        for (ActAs stranger : List.of(people.aStartup(), people.aHospital())) {
            assertThatThrownBy(() -> stranger.run(() -> sandboxes.show(sandbox)))
                    .isInstanceOf(NotFoundException.class);
        }
        mvc.perform(get("/sandboxes/{id}", sandbox.value())
                        .with(people.aStartup().signedIn()))
                .andExpect(MockMvcResultMatchers.status().isNotFound());
        HttpRequest unsigned = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/agent/v1/jobs/next"))
                .header(Protocol.VERSION_HEADER, Protocol.VERSION)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(unsigned, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);
    }

    private Release opened() {
        Agents.approve(String.valueOf(show(steward).recipeHash()), "박담온", state, Clock.systemUTC());
        round();
        board.run(() -> preparation.review(sandbox, true, "보았습니다"));
        privacy.run(() -> preparation.review(sandbox, true, "보았습니다"));
        return startup.get(() -> access.open(sandbox));
    }

    private void makeClear() {
        office.run(
                () -> projects.recordApproval(project.id(), Approval.APPROVED, "IRB-2026-1", LocalDate.of(2099, 1, 1)));
        for (ActAs signer : List.of(startup, office)) {
            signer.run(() -> agreements.sign(
                    project.id(),
                    "이름",
                    agreements.of(project.id()).orElseThrow().hash()));
        }
        people.anAdministrator().run(() -> billing.confirmTransfer(project.id(), 1_500_000, "T-1"));
    }

    /** What of the sandbox waits for this person, by the home page. */
    private List<String> mineToDo(ActAs person) {
        return person.get(() -> work.waitingFor(person.actor())).stream()
                .filter(item -> item.clock().mine())
                .map(WaitingItem::titleKey)
                .toList();
    }

    private void round() {
        Agents.round(
                state.resolve("credentials.json"),
                DEMO.resolve("hospitals/neoul/sources.yaml"),
                DEMO.resolve("hospitals/neoul/policy.yaml"),
                state,
                new PrintStream(log, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
    }

    private SandboxView show(ActAs person) {
        return person.get(() -> sandboxes.show(sandbox));
    }

    private SandboxStatus status() {
        return show(steward).status();
    }

    private void everyPageReads(ActAs reader, String... paths) throws Exception {
        for (String path : paths) {
            for (String language : List.of("ko", "en")) {
                mvc.perform(get(path).param("lang", language).with(reader.signedIn()))
                        .andExpect(status200())
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
    }

    private static ResultMatcher status200() {
        return MockMvcResultMatchers.status().isOk();
    }
}
