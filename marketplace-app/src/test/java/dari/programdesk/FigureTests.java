package dari.programdesk;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.ApplicationView;
import dari.admin.Applications;
import dari.admin.cohorts.Cohorts;
import dari.admin.figures.CallFigures;
import dari.admin.figures.CsvLine;
import dari.admin.figures.Figures;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.IdBytes;
import dari.kernel.Role;
import dari.organizations.Organizations;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.Marketplace;
import dari.support.People;
import dari.support.ReviewStage;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a call came to, and the evidence of it. */
@DariTest
class FigureTests {

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    Marketplace marketplace;

    @Autowired
    ReviewStage stage;

    @Autowired
    Applications applications;

    @Autowired
    Cohorts cohorts;

    @Autowired
    Figures figures;

    @Autowired
    Organizations organizations;

    @Autowired
    History history;

    @Autowired
    JdbcTemplate database;

    @Autowired
    JsonMapper json;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;
    private ActAs hospital;
    private ApplicationView application;

    /** A call with one application, reviewed once and approved, that became a project with an invoice. */
    @BeforeEach
    void leadOneThrough() {
        administrator = people.anAdministrator();
        ActAs startup = people.aStartup();
        hospital = people.aHospital();
        journey.project(startup, hospital, anOffer("셈할 자료", healthTerms()));
        application = startup.get(() -> applications.mine()).get(0);
        await().until(() -> of(call()).money().projects() == 1);
    }

    @AfterEach
    void withdraw() {
        marketplace.withdrawOffers();
    }

    @Test
    void countsHowFarApplicationsCameAndWhatTheyCost() {
        assertThat(of(call()).funnel())
                .extracting(CallFigures.Stage::code, CallFigures.Stage::count)
                .containsExactly(
                        tuple("begun", 1L),
                        tuple("submitted", 1L),
                        tuple("screened", 1L),
                        tuple("reviewed", 1L),
                        tuple("decided", 1L),
                        tuple("approved", 1L),
                        tuple("agreement", 0L));
        CallFigures.MoneySum money = of(call()).money();
        assertThat(money.budget()).isEqualTo(1_000_000_000L);
        assertThat(money.voucher() + money.own()).isEqualTo(5_500_000L); // the offer's price with tax
        assertThat(of(call()).reviewers()).singleElement().satisfies(reviewer -> {
            assertThat(reviewer.submitted()).isEqualTo(1);
            assertThat(reviewer.open()).isZero();
        });
        assertThat(of(null).funnel().get(0).count()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void weighsWhereApplicantsAndHospitalsAre() {
        organizations.recorded(
                hospital.organization().id(),
                hospital.organization().name(),
                null,
                hospital.organization().registrationNumber(),
                "region:gangwon");
        assertThat(of(call()).regions())
                .extracting(
                        CallFigures.Region::side,
                        CallFigures.Region::code,
                        CallFigures.Region::submitted,
                        CallFigures.Region::approved)
                .containsExactly(tuple("startup", "", 1L, 1L), tuple("hospital", "region:gangwon", 1L, 1L));
    }

    @Test
    void measuresStepsInDays() {
        byte[] id = IdBytes.of(application.id());
        database.update(
                "UPDATE application SET created_at = '2026-03-01 00:00:00', submitted_at = '2026-03-05 12:00:00',"
                        + " decided_at = '2026-03-20 00:00:00' WHERE id = ?",
                (Object) id);
        database.update(
                "UPDATE review SET invited_at = '2026-03-06 12:00:00', submitted_at = '2026-03-10 12:00:00'"
                        + " WHERE application = ?",
                (Object) id);

        Map<String, Double> medians = new LinkedHashMap<>();
        of(call()).steps().forEach(step -> medians.put(step.code(), step.median()));

        assertThat(medians)
                .containsExactly(
                        Map.entry("writing", 4.5),
                        Map.entry("screening", 1.0),
                        Map.entry("review", 4.0),
                        Map.entry("decision", 9.5),
                        Map.entry("whole", 14.5));
    }

    @Test
    void showsThemAsPageReportAndFile() throws Exception {
        mvc.perform(get("/program/figures")
                        .param("call", call().toString())
                        .param("lang", "en")
                        .with(administrator.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("How far applications came")))
                .andExpect(content().string(containsString("Evidence for an audit")));
        mvc.perform(get("/program/figures").with(administrator.signedIn())).andExpect(status().isOk());
        mvc.perform(get("/program/figures/report")
                        .param("call", call().toString())
                        .with(administrator.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-print")));
        mvc.perform(get("/program/figures/figures.csv")
                        .param("call", call().toString())
                        .with(administrator.signedIn()))
                .andExpect(content().string(containsString("funnel,approved,applications,1")));
        assertThatThrownBy(() -> people.aReviewer().get(() -> figures.of(call())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void bundlesTheEvidenceWithAHashOfEveryFile() throws Exception {
        UUID cohort = administrator.get(() -> cohorts.draft(call(), "묶음", "Bundle"));
        byte[] zip = mvc.perform(post("/program/calls/{call}/evidence", call())
                        .with(csrf())
                        .with(administrator.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        Map<String, byte[]> files = unzip(zip);
        JsonNode manifest = json.readTree(files.get("manifest.json"));
        assertThat(manifest.get("files").size()).isEqualTo(files.size() - 1); // all but the manifest itself
        for (JsonNode file : manifest.get("files")) {
            byte[] bytes = files.get(file.get("path").stringValue());
            assertThat(sha256(bytes))
                    .as(file.toString())
                    .isEqualTo(file.get("sha256").stringValue());
            assertThat(bytes.length).isEqualTo(file.get("bytes").intValue());
        }
        String snapshot = "applications/snapshots/" + application.id() + ".json";
        assertThat(sha256(files.get(snapshot))).isEqualTo(application.receipt());
        assertThat(text(files, "call.json")).contains("\"need\" : 30");
        assertThat(text(files, "reviews/reviews.csv")).contains("좋습니다", "SUBMITTED");
        assertThat(text(files, "decisions/decisions.csv")).contains("APPROVED", "분명합니다");
        assertThat(text(files, "panel/votes.csv")).contains("APPROVE");
        assertThat(text(files, "panel/ballots.csv")).contains(application.id().toString());
        assertThat(text(files, "money/money.csv")).contains(application.id().toString());
        assertThat(text(files, "history/history.csv"))
                .contains("application.submitted", "application.approved", "invoice.written", "cohort.drafted");
        assertThat(files).containsKey("cohorts/" + cohort + "/plan.json");
        assertThat(text(files, "index.html")).contains(snapshot).doesNotContain("<script");

        String manifestHash = sha256(files.get("manifest.json"));
        List<HistoryLine> made = history.of(List.of(call())).stream()
                .filter(line -> line.action().equals("call.evidenceMade"))
                .toList();
        assertThat(made).singleElement().satisfies(line -> {
            assertThat(line.actor()).isEqualTo(administrator.actor().user());
            assertThat(line.facts()).containsEntry("manifestSha256", manifestHash);
        });
    }

    @Test
    void tellsNobodyOfASideWhoReviewed() throws Exception {
        stage.joined(hospital, administrator.organization().id(), Role.PROGRAM_ADMINISTRATOR);
        ActAs bound = new ActAs(
                new Actor(
                        hospital.actor().user(),
                        administrator.organization().id(),
                        Face.PROGRAM,
                        Set.of(Role.PROGRAM_ADMINISTRATOR)),
                administrator.organization(),
                hospital.email());

        mvc.perform(post("/program/calls/{call}/evidence", call()).with(csrf()).with(bound.signedIn()))
                .andExpect(status().isConflict());
        assertThat(bound.get(() -> figures.of(call())).reviewers()).isEmpty();
        assertThat(of(call()).reviewers()).isNotEmpty();
    }

    @Test
    void writesNoCellThatASpreadsheetWouldRun() throws Exception {
        StringWriter out = new StringWriter();
        CsvLine.write(out, "=SUM(A1)", "a \"b\", c", null, -3);
        assertThat(out).hasToString("'=SUM(A1),\"a \"\"b\"\", c\",,-3\r\n");
    }

    private UUID call() {
        return application.call().id();
    }

    private CallFigures of(UUID call) {
        return administrator.get(() -> figures.of(call));
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
