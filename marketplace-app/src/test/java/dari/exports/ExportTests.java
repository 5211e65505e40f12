package dari.exports;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.audit.HistoryLine;
import dari.documents.FileStorage;
import dari.exports.scan.Finding;
import dari.kernel.IdBytes;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.matching.permission.Term;
import dari.projects.Approval;
import dari.projects.Projects;
import dari.provisioner.release.Ed25519;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.OpenSandbox;
import dari.support.People;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.multipart.MultipartFile;

/** What leaves a sandbox: asked for, looked into, decided by two, fetched, called back. */
@DariTest
class ExportTests {

    private static final String TABLE = "age,n\n40-49,120\n50-59,340\n";

    @Autowired
    OpenSandbox sandboxes;

    @Autowired
    People people;

    @Autowired
    Projects projects;

    @Autowired
    JdbcClient database;

    @Autowired
    Ids ids;

    @Autowired
    Exports exports;

    @Autowired
    ExportSweep sweep;

    @Autowired
    ExportFileRepository files;

    @Autowired
    ExportDesk desk;

    @Autowired
    ExportSeal seal;

    @Autowired
    MockMvc mvc;

    @Value("${dari.home}")
    Path home;

    private ActAs startup;
    private ActAs office;
    private ActAs steward;
    private ActAs board;
    private OpenSandbox.Made made;

    @BeforeEach
    void anOpenSandbox() {
        startup = people.aStartup();
        office = people.aHospital();
        steward = people.colleagueOf(office, Role.HOSPITAL_STEWARD);
        board = people.colleagueOf(office, Role.HOSPITAL_BOARD);
        made = sandboxes.of(startup, office, healthTerms().with(Term.AI_WEIGHTS_LEAVE, false));
    }

    @Test
    void bytesOfAKilledUploadGoAtTheNextStartAndAtTheLatestWithTheHour() throws Exception {
        UUID id = draft(file("r.csv", TABLE));
        startup.run(() -> exports.submit(id, "1차 결과"));
        ExportView.File known = show(id).files().get(0);
        FileStorage storage = new FileStorage(home.resolve("exports"));
        Path kept = storage.path(known.id());
        UUID killed = ids.next();
        Path whole = storage.path(killed);
        storage.write(killed, "patient,age\n1,44\n".getBytes(StandardCharsets.UTF_8));
        Path part = Files.writeString(whole.resolveSibling(killed + ".part"), "patient,");

        sweep.hourly();
        assertThat(whole).as("it may still be taken in").exists();
        FileTime before = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
        for (Path file : List.of(kept, whole, part)) {
            Files.setLastModifiedTime(file, before);
        }
        sweep.hourly();
        assertThat(List.of(whole, part)).noneMatch(Files::exists);
        assertThat(kept).exists();

        storage.write(killed, "patient,age\n1,44\n".getBytes(StandardCharsets.UTF_8));
        new ExportSweep(files, new ExportStorage(home), Clock.systemUTC()).atStart();
        assertThat(whole).as("it lay there before the start").doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void twoDifferentPeopleLetItGoMarkedAndSignedAndOneWordCallsItBack() throws Exception {
        UUID id = draft(file("r.csv", TABLE), pdf());
        assertThatThrownBy(() -> steward.run(() -> desk.show(id))).isInstanceOf(NotFoundException.class); // a draft
        startup.run(() -> exports.submit(id, "1차 결과"));
        pagesRead(id);
        assertThatThrownBy(() -> office.run(() -> desk.decide(id, true, "좋습니다")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> fetch(id, 0)).isInstanceOf(NotFoundException.class);
        steward.run(() -> desk.decide(id, true, "작은 수가 없습니다"));
        assertThatThrownBy(() -> steward.run(() -> desk.decide(id, true, "다시")))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("exports.rule.twice"));
        assertThat(show(id).state()).isEqualTo(ExportState.IN_REVIEW);
        board.run(() -> desk.decide(id, true, "보았습니다"));
        assertThat(show(id).state()).isEqualTo(ExportState.APPROVED);

        ExportView.File table = show(id).files().get(0);
        String fetched = mvc.perform(get("/exports/{e}/files/{f}", id, table.id())
                        .with(people.colleagueOf(startup, Role.STARTUP_MEMBER).signedIn()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(fetched)
                .startsWith(
                        "# Dari export " + id + ", project " + made.project().number())
                .endsWith(TABLE);
        assertThat(table.releasedSha256()).isEqualTo(ExportSeal.hex(FileStorage.sha256(bytes(fetched))));
        try (PDDocument marked = Loader.loadPDF(Files.readAllBytes(fetch(id, 1).path()))) {
            assertThat(new PDFTextStripper().getText(marked)).contains("Dari export " + id);
        }
        Sidecar sidecar = startup.get(() -> exports.sidecar(id));
        assertThat(sidecar.statement())
                .contains(
                        table.releasedSha256(),
                        made.project().number(),
                        startup.organization().name());
        assertThat(Ed25519.isValid(
                        Ed25519.publicKey(seal.publicKey()), bytes(sidecar.statement()), sidecar.signature()))
                .isTrue();
        mvc.perform(get("/exports/{e}/sidecar", id).with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(sidecar.signature())));

        board.run(() -> desk.revoke(id, "작은 수를 놓쳤습니다"));
        assertThatThrownBy(() -> fetch(id, 0)).isInstanceOf(NotFoundException.class);
        mvc.perform(get("/exports/{e}", id).with(startup.signedIn()))
                .andExpect(content().string(containsString("작은 수를 놓쳤습니다")));
        assertThat(show(id).owes()).isTrue();
        pagesRead(id);
        startup.run(() -> exports.attest(id, "노트북과 백업에서 지웠습니다"));
        assertThat(show(id).owes()).isFalse();
        assertThat(steward.get(() -> desk.show(id)).attestation()).isEqualTo("노트북과 백업에서 지웠습니다");
        assertThat(steward.get(() -> desk.history(id)))
                .extracting(HistoryLine::action)
                .containsSubsequence(
                        "export.drafted",
                        "export.file",
                        "export.submitted",
                        "export.agreed",
                        "export.approved",
                        "export.fetched",
                        "export.revoked",
                        "export.attested");
    }

    @Test
    void oneNoIsEnoughAndTheReasonIsRead() {
        UUID id = submitted(TABLE);
        board.run(() -> desk.decide(id, false, "쓰임이 분명하지 않습니다"));
        assertThat(show(id).state()).isEqualTo(ExportState.REJECTED);
        assertThat(show(id).note()).isEqualTo("쓰임이 분명하지 않습니다");
        assertThatThrownBy(() -> steward.run(() -> desk.decide(id, true, "괜찮습니다")))
                .isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> fetch(id, 0)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void nobodyOfTheRequestersSideReviews() {
        UUID id = submitted(TABLE);
        database.sql("INSERT INTO membership SELECT :id, 0, :startup, account, 'STARTUP_MEMBER', since FROM membership"
                        + " WHERE account = :steward")
                .param("id", IdBytes.of(ids.next()))
                .param("startup", IdBytes.of(startup.organization().id().value()))
                .param("steward", IdBytes.of(steward.actor().user().value()))
                .update();
        assertThatThrownBy(() -> steward.run(() -> desk.decide(id, true, "좋습니다")))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("exports.rule.side"));
    }

    @Test
    void aBlockedFileIsNotKeptAndNothingIsSubmittedWithIt() throws IOException {
        UUID id = draft(file("rows.csv", "name,rrn\na,900101-1234567\n"));
        ExportView.File blocked = show(id).files().get(0);
        assertThat(blocked.blocked()).isTrue();
        assertThat(blocked.findings()).extracting(Finding::code).contains("rrn");
        assertThat(new FileStorage(home.resolve("exports")).path(blocked.id())).doesNotExist();
        assertThatThrownBy(() -> startup.run(() -> exports.submit(id, "결과")))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("exports.rule.blocked"));
        startup.run(() -> {
            exports.remove(id, blocked.id());
            exports.add(id, List.of(file("fine.csv", TABLE)));
            exports.submit(id, "결과");
        });
        assertThat(show(id).state()).isEqualTo(ExportState.IN_REVIEW);
        assertThat(new FileStorage(home.resolve("exports"))
                        .path(show(id).files().get(0).id()))
                .exists();
    }

    @Test
    void weightsFollowTheAgreementsAiTerms() {
        byte[] json = bytes("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}");
        byte[] model = ByteBuffer.allocate(8 + json.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
        UUID id = startup.get(() -> exports.draft(
                made.sandbox(),
                new NewExport(ExportKind.WEIGHTS, "모델", ""),
                List.of(new MockMultipartFile("files", "m.safetensors", null, model))));
        assertThat(show(id).files().get(0).findings())
                .extracting(Finding::code)
                .contains("weightsTerms", "weightsParameters");
        assertThat(show(id).blocked()).isTrue();
    }

    @Test
    void whatLeftBeforeLiesBesideAndASmallDifferenceIsPointedOut() throws Exception {
        UUID first = submitted("age,n\n>=40,120\nall,900\n");
        UUID second = submitted("age,n\n>=41,117\nall,900\n");
        assertThat(show(second).files().get(0).findings())
                .extracting(Finding::code)
                .containsExactly("differencing");
        Evidence evidence = steward.get(() -> desk.evidence(second));
        assertThat(evidence.threshold()).isEqualTo(20);
        assertThat(evidence.earlier()).extracting(ExportView::id).containsExactly(first);
        assertThat(evidence.risky()).isEqualTo(1);
        mvc.perform(get("/hospital/exports/{e}", second).param("lang", "en").with(board.signedIn()))
                .andExpect(content().string(containsString("before: 120 (by -3)")));
    }

    @Test
    void withoutAccessNothingIsAskedForDecidedOrFetched() {
        UUID decided = submitted(TABLE);
        steward.run(() -> desk.decide(decided, true, "보았습니다"));
        board.run(() -> desk.decide(decided, true, "보았습니다"));
        UUID waiting = submitted(TABLE);
        approvedUntil(LocalDate.of(2020, 1, 1));
        assertThatThrownBy(() -> draft(file("r.csv", TABLE))).isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> steward.run(() -> desk.decide(waiting, true, "보았습니다")))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("exports.rule.closed"));
        assertThatThrownBy(() -> fetch(decided, 0)).isInstanceOf(RuleBrokenException.class);
        approvedUntil(LocalDate.of(2099, 1, 1));
        assertThat(fetch(decided, 0).path()).exists();
        office.run(() -> projects.end(made.project().id(), "끝났습니다"));
        await().until(() -> show(waiting).state() == ExportState.CANCELLED);
        assertThat(show(decided).filesGone()).isTrue();
        assertThatThrownBy(() -> fetch(decided, 0)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void bothSidesSeeItWaitAndStrangersSeeNothing() throws Exception {
        UUID id = submitted(TABLE);
        for (ActAs reader : List.of(startup, steward)) {
            mvc.perform(get("/home").with(reader.signedIn()))
                    .andExpect(content().string(containsString("반출 심사: 결과표")));
        }
        for (ActAs stranger : List.of(people.aStartup(), people.colleagueOf(people.aHospital(), Role.HOSPITAL_BOARD))) {
            for (String page : List.of("/exports/" + id, "/hospital/exports/" + id)) {
                int answer = mvc.perform(get(page).with(stranger.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                assertThat(answer).as(page).isIn(403, 404);
            }
        }
        ActAs member = people.colleagueOf(startup, Role.STARTUP_MEMBER);
        mvc.perform(multipart("/sandboxes/{s}/exports", made.sandbox().value())
                        .file((MockMultipartFile) file("r.csv", TABLE))
                        .param("kind", "RESULTS")
                        .param("title", "표")
                        .param("purpose", "")
                        .with(csrf())
                        .with(member.signedIn()))
                .andExpect(status().isForbidden());
        mvc.perform(multipart("/sandboxes/{s}/exports", made.sandbox().value())
                        .file((MockMultipartFile) file("r.csv", TABLE))
                        .param("kind", "RESULTS")
                        .param("title", "표")
                        .param("purpose", "")
                        .with(csrf())
                        .with(startup.signedIn()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post("/hospital/exports/{e}/decision", id)
                        .param("decision", "reject")
                        .param("reason", "")
                        .param("lang", "en")
                        .with(csrf())
                        .with(board.signedIn()))
                .andExpect(status().isOk());
        assertThat(show(id).state()).isEqualTo(ExportState.IN_REVIEW);
    }

    private void pagesRead(UUID id) throws Exception {
        for (String language : List.of("ko", "en")) {
            for (String page :
                    List.of("/exports/" + id, "/sandboxes/" + made.sandbox().value() + "/exports", "/home")) {
                reads(startup, page, language);
            }
            for (String page : List.of("/hospital/exports", "/hospital/exports/" + id, "/home")) {
                reads(steward, page, language);
            }
        }
    }

    private void reads(ActAs reader, String page, String language) throws Exception {
        mvc.perform(get(page).param("lang", language).with(reader.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    private void approvedUntil(LocalDate day) {
        office.run(() -> projects.recordApproval(made.project().id(), Approval.APPROVED, "IRB-2", day));
    }

    private UUID submitted(String table) {
        UUID id = draft(file("결과.csv", table));
        startup.run(() -> exports.submit(id, "1차 결과"));
        return id;
    }

    private UUID draft(MultipartFile... sent) {
        return startup.get(
                () -> exports.draft(made.sandbox(), new NewExport(ExportKind.RESULTS, "결과표", ""), List.of(sent)));
    }

    private Leaving fetch(UUID id, int file) {
        return startup.get(() -> exports.fetch(id, show(id).files().get(file).id()));
    }

    private ExportView show(UUID id) {
        return startup.get(() -> exports.show(id));
    }

    private static MultipartFile file(String name, String text) {
        return new MockMultipartFile("files", name, null, bytes(text));
    }

    private static MultipartFile pdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        return new MockMultipartFile("files", "figure.pdf", null, bytes.toByteArray());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
