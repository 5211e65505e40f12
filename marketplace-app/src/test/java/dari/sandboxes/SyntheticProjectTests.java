package dari.sandboxes;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.agents.AgentDesk;
import dari.agents.CarriedWork;
import dari.agreements.Agreements;
import dari.billing.Billing;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.privacyledger.LedgerView;
import dari.privacyledger.PrivacyLedgers;
import dari.projects.Approval;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.provisioner.BadInput;
import dari.provisioner.agent.Agents;
import dari.provisioner.json.Json;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerHead;
import dari.provisioner.privacy.Rho;
import dari.provisioner.recipe.RecipeBundle;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Dictionary;
import dari.support.ActAs;
import dari.support.AgentTest;
import dari.support.Journey;
import dari.support.People;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Projects whose data are synthesised: the recipe with its domain, the budget that pays, and a real agent with a real ledger. */
@AgentTest
class SyntheticProjectTests {

    private static final String DOMAIN = "{\"age\": 9, \"sex\": 2, \"region\": 5}";
    private static final String RECIPE = """
            recipe: 1
            goal: synthesize
            tables: {people: {domain: d/people.json}}
            dp: {mechanism: mst, epsilon: 1, delta: 1e-9, unit: row}
            budget: {dataset: cohort, population: all}
            assessment: none
            """;

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
    Preparation preparation;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    SandboxAccess access;

    @Autowired
    PrivacyLedgers ledgers;

    @Autowired
    AgentDesk agents;

    @Autowired
    CarriedWork carried;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path home;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<RecipeUpload> domain = List.of(new RecipeUpload("people.json", DOMAIN));

    private ActAs startup;
    private ActAs office;
    private ActAs steward;
    private ActAs board;
    private ProjectView project;
    private SandboxId sandbox;

    @BeforeEach
    void aHospitalWithABudgetForOneRelease() throws IOException {
        startup = people.aStartup();
        office = people.aHospital();
        steward = people.colleagueOf(office, Role.HOSPITAL_STEWARD);
        board = people.colleagueOf(office, Role.HOSPITAL_BOARD);
        project = journey.project(startup, office, anOffer("당뇨병 코호트", healthTerms()));
        sandbox = sandboxOf(startup);
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/people.csv"), "age,sex,region\n" + "0,1,4\n8,0,3\n3,1,1\n".repeat(300));
        Files.writeString(
                home.resolve("sources.yaml"),
                "sources: {" + steward.get(() -> sandboxes.show(sandbox)).source()
                        + ": data}\nledger: hospital.ledger\n");
        Files.writeString(
                home.resolve("policy.yaml"), "leastK: 5\nmostSuppression: 0.1\nmostEpsilon: 2\nforbiddenColumns: []\n");
        ledger().openAccount("cohort", "all", new BigDecimal("1.2"), new BigDecimal("1e-9"), "decision 1", "board");
        String code = steward.get(() -> agents.issueCode()).text();
        Agents.enrol("http://localhost:" + port, code, home.resolve("credentials.json"));
    }

    @Test
    void fromTheRecipeToTheRegister() throws Exception {
        assertThatThrownBy(() -> setRecipe(sandbox, RECIPE))
                .as("the ledger was never handed over")
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("budget.rule.unknown"));
        round();
        wrongFilesAreSaid();
        String page = "/hospital/sandboxes/" + sandbox.value();
        mvc.perform(multipart(page + "/recipe")
                        .file(upload("people.json", DOMAIN))
                        .param("recipe", RECIPE)
                        .with(steward.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        String hash = String.valueOf(show().recipeHash());
        assertThat(hash)
                .isEqualTo(new RecipeBundle(RECIPE, new TreeMap<>(Map.of("d/people.json", DOMAIN)))
                        .writtenTo(home.resolve("own"))
                        .hash()
                        .hex());
        assertThat(read(page, steward)).contains("d/people.json", "cohort / all", "region");
        assertThat(read(page + "/recipe-file?name=d/people.json", steward)).isEqualTo(DOMAIN);
        mvc.perform(get(page + "/recipe-file?name=d/people.json")
                        .with(people.aHospital().signedIn()))
                .andExpect(status().isNotFound());

        // a text can be edited later without choosing its files again, and its hash follows it
        steward.run(() -> preparation.setRecipe(sandbox, RECIPE.replace("mst", "adaptive")));
        assertThat(show().recipeHash()).isNotEqualTo(hash);
        steward.run(() -> preparation.setRecipe(sandbox, RECIPE));
        assertThat(show().recipeHash()).isEqualTo(hash);

        makeClear(project, startup);
        Agents.approve(hash, "박담온", home, Clock.systemUTC());
        round();
        assertThat(show().status()).as(said()).isEqualTo(SandboxStatus.IN_REVIEW);
        theLedgerWasHandedOver();
        Certificate.Synthesis promise =
                sandboxes.certificate(sandbox).orElseThrow().synthesis();
        assertThat(promise).isNotNull();
        assertThat(promise.epsilon()).isEqualTo("1");
        assertThat(new BigDecimal(promise.delta())).isEqualByComparingTo("1e-9");
        assertThat(promise.unit()).isEqualTo("row");
        assertThat(promise.mechanism()).isEqualTo("mst");
        assertThat(promise.accountant()).contains("accountant 1");
        assertThat(promise.covers().en()).contains("not profiles", "not scores of attacks", "not the decision to hold");
        assertThat(read(page + "/certificate?lang=en", steward))
                .contains("ε 1", "0.000000001", "accountant 1", "One row", "not the decision to hold");
        assertThat(read(page + "/certificate?lang=ko", steward)).contains("보류 여부의 결정에는 적용되지 않습니다");
        assertThat(read(page, steward)).contains("ε 1");
        // nobody attacked it: it can be looked at, and never be opened
        board.run(() -> preparation.review(sandbox, true, "보았습니다"));
        ActAs privacy = people.colleagueOf(office, Role.HOSPITAL_PRIVACY);
        assertThatThrownBy(() -> privacy.run(() -> preparation.review(sandbox, true, "보았습니다")))
                .isInstanceOf(RuleBrokenException.class);
    }

    /**
     * What was attacked and told nobody is reviewed by two, opened and asked like any other release. Noise and targets are drawn
     * afresh each time, so a run may be held by chance three times in a thousand; twice in a row once in 100,000.
     */
    @ParameterizedTest
    @ValueSource(strings = {"rows", "histories"})
    void whatWithstoodTheAttacksReachesTheStartup(String kind) throws Exception {
        boolean histories = kind.equals("histories");
        ledger().raise("cohort", "all", new BigDecimal(4), null, "decision 2", "board");
        (histories ? SyntheticSources.omop() : SyntheticSources.rows()).writeTo(home.resolve("data"));
        round();
        String recipe = histories ? SyntheticSources.HISTORIES : SyntheticSources.ROWS;
        List<RecipeUpload> files = List.of(new RecipeUpload(
                "domain.json", histories ? SyntheticSources.PERSON_DOMAIN : SyntheticSources.ROW_DOMAIN));
        steward.run(() -> preparation.setRecipe(sandbox, recipe, files));
        makeClear(project, startup);
        Agents.approve(String.valueOf(show().recipeHash()), "박담온", home, Clock.systemUTC());
        round();
        if (show().status() == SandboxStatus.HELD) {
            steward.run(() -> preparation.setRecipe(sandbox, recipe, files));
            round();
        }
        assertThat(show().status()).as(said()).isEqualTo(SandboxStatus.IN_REVIEW);
        String page = "/hospital/sandboxes/" + sandbox.value();
        assertThat(read(page + "?lang=en", steward)).contains("The nearest row", "Telling who is in it");
        assertThat(read(page + "?lang=ko", steward)).contains("가장 가까운 행 찾기");
        assertThatThrownBy(() -> startup.run(() -> access.open(sandbox))).isInstanceOf(RuleBrokenException.class);
        board.run(() -> preparation.review(sandbox, true, "공격 시험을 보았습니다"));
        ActAs privacy = people.colleagueOf(office, Role.HOSPITAL_PRIVACY);
        privacy.run(() -> preparation.review(sandbox, true, "한계를 읽었습니다"));
        assertThat(show().status()).isEqualTo(SandboxStatus.READY);
        assertThat(startup.get(() -> access.open(sandbox)).dictionary().tables())
                .extracting(Dictionary.Table::name)
                .contains(
                        histories
                                ? new String[] {"person", "visit_occurrence", "condition_occurrence"}
                                : new String[] {"people"});
        assertThat(show().status()).isEqualTo(SandboxStatus.ACTIVE);
        for (String language : List.of("ko", "en")) {
            read("/sandboxes/" + sandbox.value() + "?lang=" + language, startup);
            assertThat(read("/sandboxes/" + sandbox.value() + "/certificate?lang=" + language, startup))
                    .contains("ε 1");
        }
        mvc.perform(post("/sandboxes/" + sandbox.value() + "/query")
                        .with(startup.signedIn())
                        .with(csrf())
                        .param(
                                "sql",
                                "SELECT 7000 + 7 * CAST(count(*) > 10000 AS INTEGER) AS n FROM "
                                        + (histories ? "person" : "people")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("7007")));
    }

    private void wrongFilesAreSaid() throws Exception {
        assertThatThrownBy(() -> steward.run(() -> preparation.setRecipe(sandbox, RECIPE)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("d/people.json");
        assertThatThrownBy(() -> steward.run(
                        () -> preparation.setRecipe(sandbox, RECIPE, List.of(new RecipeUpload("other.json", DOMAIN)))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("other.json");
        assertThatThrownBy(() -> steward.run(() ->
                        preparation.setRecipe(sandbox, RECIPE.replace("d/people.json", "../../people.json"), domain)))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> steward.run(() ->
                        preparation.setRecipe(sandbox, RECIPE, List.of(new RecipeUpload("people.json", "{\"a\": 0}")))))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("d/people.json"); // never the place on this machine
        for (String language : List.of("ko", "en")) {
            mvc.perform(multipart("/hospital/sandboxes/{id}/recipe", sandbox.value())
                            .file(new MockMultipartFile("files", "people.json", null, new byte[] {(byte) 0xff}))
                            .param("recipe", RECIPE)
                            .param("lang", language)
                            .with(steward.signedIn())
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("UTF-8")))
                    .andExpect(content().string(not(containsString("??"))));
            mvc.perform(multipart("/hospital/sandboxes/{id}/recipe", sandbox.value())
                            .param("recipe", RECIPE)
                            .param("ask", "true")
                            .param("lang", language)
                            .with(steward.signedIn())
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("0.014974"))) // what it costs
                    .andExpect(content().string(not(containsString("??"))));
        }
        assertThat(show().recipe()).isNull();
    }

    private void theLedgerWasHandedOver() throws Exception {
        LedgerView view = steward.get(() -> ledgers.mine());
        assertThat(view.sequence()).isEqualTo(2);
        assertThat(view.accounts().get(0).epsilonSpent()).isEqualTo("1");
        assertThat(Json.read(home.resolve("hospital.ledger.head"), LedgerHead.class))
                .isEqualTo(ledger().verify().head());
        assertThat(read("/hospital/privacy", steward)).contains("synthesis by recipe");
        String left = view.accounts().get(0).epsilonLeft();
        assertThat(new BigDecimal(left)).isBetween(new BigDecimal("0.1"), new BigDecimal("0.9"));
        mvc.perform(get("/register/privacy/privacy.csv"))
                .andExpect(content().string(containsString(office.organization().name())))
                .andExpect(content().string(containsString("cohort")))
                .andExpect(content().string(containsString(left)));
    }

    @Test
    void twoProjectsAtOnceAreNotBothPromisedTheSameBudget() throws Exception {
        ActAs otherStartup = people.aStartup();
        journey.project(otherStartup, office, anOffer("고혈압 코호트", healthTerms()));
        SandboxId other = sandboxOf(otherStartup);
        round();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> answers = List.of(sandbox, other).stream()
                    .map(one -> both.submit(() -> {
                        start.await();
                        try {
                            setRecipe(one, RECIPE);
                            return "yes";
                        } catch (RuleBrokenException e) {
                            return e.messageKey();
                        }
                    }))
                    .toList();
            start.countDown();
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder("yes", "budget.rule.exhausted");
        } finally {
            both.shutdownNow();
        }
        SandboxId refused = show().recipe() == null ? sandbox : other;
        for (String language : List.of("ko", "en")) {
            mvc.perform(multipart("/hospital/sandboxes/{id}/recipe", refused.value())
                            .file(upload("people.json", DOMAIN))
                            .param("recipe", RECIPE)
                            .param("lang", language)
                            .with(steward.signedIn())
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("ledger raise")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        // what is left beside the promise may be asked for
        steward.run(() -> preparation.setRecipe(refused, RECIPE.replace("epsilon: 1,", "epsilon: 0.1,"), domain));
    }

    @Test
    void whatWasSpentMeanwhileHoldsTheJobReadably() throws Exception {
        round();
        setRecipe(sandbox, RECIPE);
        makeClear(project, startup);
        spendMost();
        round(); // the lines come first, so no job is signed at all
        assertThat(show().status()).isEqualTo(SandboxStatus.HELD);
        assertThat(show().problem()).isEqualTo("budget.exhausted");
        assertThat(steward.get(() -> agents.jobs())).isEmpty();

        ledger().raise("cohort", "all", new BigDecimal(2), null, "decision 2", "board");
        round();
        setRecipe(sandbox, RECIPE);
        round();
        assertThat(show().status()).as(said()).isEqualTo(SandboxStatus.GENERATING);
        ledger().account("cohort", "all").spend(Rho.of(35, 1000), "by hand"); // while the job waits for its approval
        Agents.approve(String.valueOf(show().recipeHash()), "박담온", home, Clock.systemUTC());
        round();
        assertThat(show().status()).as(said()).isEqualTo(SandboxStatus.HELD);
        assertThat(show().problem()).isEqualTo("budget.exhausted");
        assertThat(steward.get(() -> agents.jobs()))
                .noneMatch(job -> job.status().isOpen());
        assertThat(read("/hospital/sandboxes/" + sandbox.value() + "?lang=en", steward))
                .contains("the privacy budget does not suffice");
        assertThat(read("/hospital/sandboxes/" + sandbox.value() + "?lang=ko", steward))
                .contains("프라이버시 예산이 모자라");
    }

    @Test
    void carriedByHandTheLedgersLinesComeWithTheResult() throws Exception {
        handIn(carry("none", null, "sources"));
        assertThat(steward.get(() -> ledgers.mine()).sequence()).isEqualTo(1);
        setRecipe(sandbox, RECIPE);
        makeClear(project, startup);
        Agents.approve(String.valueOf(show().recipeHash()), "박담온", home, Clock.systemUTC());
        CarriedWork.JobFile job =
                steward.get(() -> carried.next(agents.mine().get(0).id())).orElseThrow();
        handIn(carry("in", job, job.job().toString()));
        assertThat(show().status()).as(said()).isEqualTo(SandboxStatus.IN_REVIEW);
        assertThat(steward.get(() -> ledgers.mine()).sequence()).isEqualTo(2);
        // the same lines again, with the sources: no harm, no refusal
        handIn(carry("none", null, "sources"));
        assertThat(steward.get(() -> ledgers.mine()).refusedAt()).isNull();
    }

    @Test
    void theStewardChoosesEpsilonByItsMeaning() throws Exception {
        round();
        setRecipe(sandbox, RECIPE);
        for (String language : List.of("ko", "en")) {
            String page = read("/hospital/privacy/epsilon?lang=" + language + "&sandbox=" + sandbox.value(), steward);
            assertThat(page)
                    .contains("0.462", "bench --choices") // (e − 1)/(e + 1)
                    .contains("epsilon=0.3")
                    .doesNotContain("epsilon=10#"); // the account cannot pay for it
            assertThat(read("/hospital/privacy/epsilon?persons=2000&lang=" + language, steward))
                    .doesNotContain("epsilon=0.3");
        }
        assertThat(read("/hospital/sandboxes/" + sandbox.value() + "?epsilon=0.3", steward))
                .contains("mechanism: mst, epsilon: 0.3, delta");
        assertThat(show().recipe()).contains("epsilon: 1,"); // chosen is not yet set
        mvc.perform(get("/hospital/privacy/epsilon")
                        .param("sandbox", sandbox.value().toString())
                        .with(people.aHospital().signedIn()))
                .andExpect(status().isNotFound());
    }

    private void handIn(byte[] result) {
        steward.run(() -> carried.takeIn(new ByteArrayInputStream(result)));
    }

    private byte[] carry(String in, CarriedWork.@Nullable JobFile job, String name) throws IOException {
        Path from = Files.createDirectories(home.resolve(in));
        if (job != null) {
            Files.writeString(from.resolve(name + ".job.json"), job.document());
        }
        Agents.carry(
                from,
                home.resolve("out"),
                home.resolve("credentials.json"),
                home.resolve("sources.yaml"),
                home.resolve("policy.yaml"),
                home,
                new PrintStream(log, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
        return Files.readAllBytes(home.resolve("out").resolve(name + ".result.zip"));
    }

    private void setRecipe(SandboxId id, String text) {
        steward.run(() -> preparation.setRecipe(id, text, domain));
    }

    private SandboxId sandboxOf(ActAs whose) {
        return await().until(() -> whose.get(() -> sandboxes.ofMyStartup()), found -> !found.isEmpty())
                .get(0)
                .id();
    }

    private void makeClear(ProjectView cleared, ActAs signing) {
        await().until(() -> signing.get(() -> agreements.of(cleared.id())).isPresent()
                && signing.get(() -> billing.of(cleared.id())).isPresent());
        office.run(
                () -> projects.recordApproval(cleared.id(), Approval.APPROVED, "IRB-2026-1", LocalDate.of(2099, 1, 1)));
        for (ActAs signer : List.of(signing, office)) {
            signer.run(() -> agreements.sign(
                    cleared.id(),
                    "이름",
                    agreements.of(cleared.id()).orElseThrow().hash()));
        }
        people.anAdministrator().run(() -> billing.confirmTransfer(cleared.id(), 1_500_000, "T-1"));
    }

    private void spendMost() {
        ledger().account("cohort", "all").spend(Rho.of(1, 100), "by hand");
    }

    private Ledger ledger() {
        return Ledger.open(home.resolve("hospital.ledger"), Clock.systemUTC());
    }

    private void round() {
        Agents.round(
                home.resolve("credentials.json"),
                home.resolve("sources.yaml"),
                home.resolve("policy.yaml"),
                home,
                new PrintStream(log, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
    }

    private static MockMultipartFile upload(String name, String text) {
        return new MockMultipartFile("files", name, null, text.getBytes(StandardCharsets.UTF_8));
    }

    private SandboxView show() {
        return steward.get(() -> sandboxes.show(sandbox));
    }

    private String read(String path, ActAs reader) throws Exception {
        return mvc.perform(get(path).with(reader.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String said() {
        return log.toString(StandardCharsets.UTF_8);
    }
}
