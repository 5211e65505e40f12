package dari.destruction;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.IdBytes;
import dari.kernel.NotFoundException;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import dari.provisioner.release.Ed25519;
import dari.sandboxes.SandboxEnded;
import dari.sandboxes.SandboxId;
import dari.sandboxes.Sandboxes;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What was prepared goes when its use ends; what does not go stays visible; what went is proven. */
@DariTest
class DestructionTests {

    @Autowired
    Destructions destructions;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    Projects projects;

    @Autowired
    History history;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    MockMvc mvc;

    @Value("${dari.home}")
    Path home;

    private ActAs startup;
    private ActAs office;
    private ProjectView project;
    private SandboxId sandbox;

    @BeforeEach
    void aProjectWithAFileThatWasSent() throws IOException {
        startup = people.aStartup();
        office = people.aHospital();
        project = journey.project(startup, office, anOffer("당뇨병 코호트", healthTerms()));
        sandbox = await().until(() -> startup.get(() -> sandboxes.ofMyStartup()), found -> !found.isEmpty())
                .get(0)
                .id();
        Path data = incoming().resolve("data");
        Files.createDirectories(data);
        Files.writeString(data.resolve("person.csv"), "a\n1\n");
    }

    @Test
    void aDamagedReleaseGoesToo() throws IOException {
        Path kept = incoming()
                .getParent()
                .resolveSibling("kept")
                .resolve(sandbox.value().toString());
        Files.createDirectories(kept);
        Files.writeString(kept.resolve("manifest.json"), "{");
        office.run(() -> projects.end(project.id(), "연구를 마쳤습니다"));
        await().until(() -> {
            destructions.work();
            return view() != null && view().state() == DestructionState.DONE;
        });
        assertThat(kept).doesNotExist();
    }

    @Test
    void aRemovalThatFailsIsSeenAndTriedAgainAndTheProofIsSigned() throws Exception {
        // its use is not over: nothing may be removed
        transaction.executeWithoutResult(now -> events.publishEvent(new SandboxEnded(sandbox, project.id())));
        await().until(() -> view() != null);
        await().until(() -> {
            destructions.work();
            return view().state() == DestructionState.FAILED;
        });
        assertThat(incoming()).isDirectory();
        ActAs administrator = people.anAdministrator();
        mvc.perform(get("/home?lang=en").with(administrator.signedIn()))
                .andExpect(content().string(containsString("Files could not be removed")));
        mvc.perform(get("/projects/{id}/destruction?lang=en", project.id().value())
                        .with(office.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The data is still open")));
        mvc.perform(get("/projects/{id}/destruction/proof.json", project.id().value())
                        .with(office.signedIn()))
                .andExpect(status().isNotFound());

        office.run(() -> projects.end(project.id(), "연구를 마쳤습니다"));
        await().until(() -> {
            database.sql("UPDATE destruction SET tried_at = NULL WHERE sandbox = :sandbox AND state = 'FAILED'")
                    .param("sandbox", IdBytes.of(sandbox.value()))
                    .update();
            destructions.work();
            return view().state() == DestructionState.DONE;
        });
        assertThat(incoming()).doesNotExist();
        Signed proof = view().proof();
        String content = proof.verified(Ed25519.publicKey(destructions.publicKey()), "dari-destruction-1")
                .orElseThrow();
        assertThat(Json.mapper()
                        .readTree(content)
                        .path("files")
                        .get(0)
                        .path("path")
                        .asString())
                .isEqualTo("incoming/data/person.csv");
        assertThat(content)
                .contains(project.number())
                // the SHA-256 of "a\n1\n"
                .contains(view().files().get(0).sha256())
                .contains("PIPA 28-4");
        assertThat(new Signed(proof.kind(), content.replace("person", "persona"), proof.signature())
                        .verified(Ed25519.publicKey(destructions.publicKey()), "dari-destruction-1"))
                .isEmpty();
        assertThat(history.of(List.of(project.id().value())))
                .extracting(HistoryLine::action)
                .containsSubsequence("sandbox.destructionFailed", "sandbox.destroyed");
        mvc.perform(get("/projects/{id}/destruction", project.id().value()).with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(view().files().get(0).sha256())))
                .andExpect(content().string(not(containsString("??"))));
        ActAs stranger = people.aStartup();
        assertThatThrownBy(() -> stranger.run(() -> destructions.of(project.id())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void everyAgentThatWorkedOnItIsAskedToRemoveItsKey() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        for (UUID agent : List.of(first, second, first)) {
            database.sql("""
                            INSERT INTO agent_job (id, version, hospital, agent, task, subject, source, document, status,
                              issued_at, expires_at, changed_at, handed_at)
                            VALUES (:id, 0, :hospital, :agent, 'PROVISION', :subject, 'omop', '{}', 'DONE',
                              NOW(6), NOW(6), NOW(6), NOW(6))
                            """)
                    .param("id", IdBytes.of(UUID.randomUUID()))
                    .param("hospital", IdBytes.of(office.organization().id().value()))
                    .param("agent", IdBytes.of(agent))
                    .param("subject", IdBytes.of(sandbox.value()))
                    .update();
        }
        office.run(() -> projects.end(project.id(), "연구를 마쳤습니다"));
        await().until(() -> view() != null);
        assertThat(view().keys())
                .extracting(DestructionView.Key::state)
                .containsExactly(KeyState.WAITING, KeyState.WAITING);
        assertThat(database.sql("SELECT jobs FROM key_removal WHERE destruction = :id ORDER BY id")
                        .param("id", IdBytes.of(view().id()))
                        .query(String.class)
                        .list())
                .extracting(jobs -> Json.parse(jobs, String[].class, "jobs").length)
                .containsExactlyInAnyOrder(2, 1);
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/projects/{id}/destruction", project.id().value())
                            .param("lang", language)
                            .with(office.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(language.equals("ko") ? "에이전트 2" : "Agent 2")))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void theStatementIsAPaperInBothLanguagesForBothSides() throws Exception {
        for (ActAs reader : List.of(startup, office)) {
            for (String language : List.of("ko", "en")) {
                byte[] paper = mvc.perform(
                                get("/projects/{id}/provenance", project.id().value())
                                        .param("lang", language)
                                        .with(reader.signedIn()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
                try (var document = Loader.loadPDF(paper)) {
                    assertThat(new PDFTextStripper().getText(document))
                            .contains(project.number())
                            .contains(language.equals("ko") ? "자료 출처 확인서" : "Statement of provenance")
                            .doesNotContain("??");
                }
            }
        }
        mvc.perform(get("/projects/{id}/provenance", project.id().value())
                        .with(people.aHospital().signedIn()))
                .andExpect(status().isNotFound());
    }

    private DestructionView view() {
        return startup.get(() -> destructions.of(project.id())).orElse(null);
    }

    private Path incoming() {
        return home.toAbsolutePath().normalize().resolve("releases/incoming/" + sandbox.value());
    }
}
