package dari.documents;

import static dari.support.Marketplace.aNeed;
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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.ApplicationText;
import dari.admin.Applications;
import dari.admin.CallContent;
import dari.admin.Calls;
import dari.admin.VerificationDesk;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.introductions.ShownMessage;
import dari.kernel.Face;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.notifications.Notifications;
import dari.notifications.ShownNotice;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Letters;
import dari.support.Marketplace;
import dari.support.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.unit.DataSize;

@DariTest
class DocumentTests {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    Documents documents;

    @Autowired
    DocumentSweep sweep;

    @Autowired
    FileStorage storage;

    @Autowired
    AskedDocuments asked;

    @Autowired
    DocumentWork work;

    @Autowired
    Introductions introductions;

    @Autowired
    Calls calls;

    @Autowired
    Applications applications;

    @Autowired
    VerificationDesk verifications;

    @Autowired
    Notifications notifications;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId seoul;

    @Autowired
    MockMvc mvc;

    @Value("${dari.home}")
    Path home;

    private ActAs startup;
    private ActAs hospital;

    @BeforeEach
    void twoSides() {
        startup = people.aStartup();
        hospital = people.aHospital();
    }

    @Test
    void bytesThatAKillLeftWithoutARowGoWithTheHourAndNoOthers() throws IOException {
        DocumentId id = add(startup, DocumentKind.RESEARCH_PROTOCOL, null);
        Path kept = storage.path(startup.get(() -> documents.show(id)).file().id());
        UUID killed = UUID.randomUUID();
        storage.write(killed, TestFiles.text("written before its row"));
        sweep.hourly();
        assertThat(storage.path(killed)).as("it may still be taken in").exists();
        FileTime before = FileTime.from(clock.instant().minus(Duration.ofHours(2)));
        for (Path file : List.of(kept, storage.path(killed))) {
            Files.setLastModifiedTime(file, before);
        }
        sweep.hourly();
        assertThat(storage.path(killed)).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void aDocumentIsUploadedReadAndNeverShownInline() throws Exception {
        mvc.perform(multipart("/documents")
                        .file(TestFiles.upload("../과제 계획.pdf", TestFiles.pdf("Protocol of a study")))
                        .param("kind", "RESEARCH_PROTOCOL")
                        .param("title", "재입원 연구계획서")
                        .param("issuedOn", "1998-05-01")
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        DocumentView document = startup.get(() -> documents.mine()).get(0);
        assertThat(document.content().issuedOn()).isEqualTo(LocalDate.of(1998, 5, 1));
        mvc.perform(get("/documents/{id}", document.id().value()).with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("악성 코드 검사 안 함")))
                .andExpect(content().string(containsString("우리 기관만 봅니다")));
        mvc.perform(get("/documents").with(startup.signedIn())).andExpect(status().isOk());
        mvc.perform(get("/documents/{id}/edit", document.id().value()).with(startup.signedIn()))
                .andExpect(status().isOk());
        String[] headers = new String[1];
        mvc.perform(get(
                                "/documents/{id}/files/{file}",
                                document.id().value(),
                                document.file().id())
                        .with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().bytes(read(document)))
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"))
                .andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"))
                .andDo(result -> headers[0] = result.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION));
        assertThat(headers[0]).startsWith("attachment").doesNotContain("..").doesNotContain("/");
    }

    @Test
    void whatIsRefusedIsToldAtTheFileAndLeavesNothingBehind() throws Exception {
        long before = filesOnDisk();
        byte[] patients = TestFiles.text("환자 800101-1234567");
        mvc.perform(multipart("/documents")
                        .file(TestFiles.upload("plan.pdf", patients))
                        .param("kind", "OTHER")
                        .param("title", "환자 목록")
                        .param("lang", "en")
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("resident registration number")))
                .andExpect(content().string(containsString("환자 목록")));
        mvc.perform(multipart("/documents")
                        .file(TestFiles.upload("big.txt", new byte[20 * 1024 * 1024 + 1]))
                        .param("kind", "OTHER")
                        .param("title", "큰 파일")
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(content().string(containsString("최대 크기: 20 MB")));
        mvc.perform(multipart("/documents")
                        .param("title", " ")
                        .param("issuedOn", "2026-02-30")
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(content().string(containsString("문서 제목을 적어 주세요")))
                .andExpect(content().string(containsString("달력에 있는 날짜")))
                .andExpect(content().string(containsString("올릴 파일을 골라 주세요")));
        assertThat(startup.get(() -> documents.mine())).isEmpty();
        assertThat(filesOnDisk()).isEqualTo(before);
    }

    @Test
    void malwareIsRefused() {
        KeptFiles files = new KeptFiles(
                null,
                null,
                content -> new MalwareScan.Result(ScanState.INFECTED, "Eicar"),
                null,
                null,
                clock,
                DataSize.ofMegabytes(1));
        assertThatThrownBy(() -> files.keep(aFile()))
                .isInstanceOfSatisfying(
                        ContentRefused.class, e -> assertThat(e.messageKey()).isEqualTo("documents.refused.infected"));
    }

    @Test
    void aNewRevisionReplacesAndKeepsTheOld() {
        DocumentId id = add(startup, DocumentKind.SECURITY_PLEDGE, null);
        UUID first = startup.get(() -> documents.show(id)).file().id();
        startup.run(() -> documents.replace(id, saying(DocumentKind.SECURITY_PLEDGE, "새 서약서", null), aFile()));
        startup.run(() -> documents.replace(id, saying(DocumentKind.SECURITY_PLEDGE, "새 이름", null), null));
        assertThat(startup.get(() -> documents.revisions(id)))
                .extracting(RevisionView::revision)
                .containsExactly(3, 2, 1);
        assertThat(startup.get(() -> documents.download(id, first)).content()).isNotEmpty();
        assertThat(startup.get(() -> documents.show(id)).content().title()).isEqualTo("새 이름");
    }

    @Test
    void eachFileIsInTheWalletOnce() throws Exception {
        MockMultipartFile file = aFile();
        DocumentContent first = saying(DocumentKind.OTHER, "처음", null);
        DocumentId id = startup.get(() -> documents.add(first, file));
        long onDisk = filesOnDisk();
        assertThatThrownBy(() -> startup.run(() -> documents.add(first, file)))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("documents.rule.twice"));
        assertThat(filesOnDisk()).isEqualTo(onDisk);
        startup.run(() -> documents.replace(id, first, file));
        hospital.run(() -> documents.add(first, file));
    }

    @Test
    void deletionTakesTheFilesButNotWhatOthersStillSee() throws Exception {
        IntroductionId introduction = introduced();
        hospital.run(() -> introductions.accept(introduction));
        DocumentId id = add(startup, DocumentKind.RESEARCH_PROTOCOL, null);
        DocumentView document = startup.get(() -> documents.show(id));
        startup.run(() -> documents.grant(List.of(id), hospitalParty()));
        refusesToDelete(id, "documents.rule.shown");
        startup.run(() -> documents.withdraw(id, documents.grants(id).get(0).id()));
        startup.run(() -> introductions.write(introduction, "계획서입니다", "ko", id, null));
        refusesToDelete(id, "documents.rule.referred");

        DocumentId loose = add(startup, DocumentKind.OTHER, null);
        DocumentView gone = startup.get(() -> documents.show(loose));
        assertThat(path(gone)).exists();
        startup.run(() -> documents.delete(loose));
        assertThat(path(gone)).doesNotExist();
        assertThat(path(document)).exists();
        assertThat(startup.get(() -> documents.mine())).hasSize(1);
    }

    @Test
    void changedBytesAreNotServed() throws Exception {
        DocumentId id = add(startup, DocumentKind.OTHER, null);
        DocumentView document = startup.get(() -> documents.show(id));
        Files.writeString(path(document), "something else");
        assertThatThrownBy(() ->
                        startup.run(() -> documents.download(id, document.file().id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodyElseSeesTheWallet() throws Exception {
        DocumentId id = add(startup, DocumentKind.TAX_CLEARANCE, null);
        UUID file = startup.get(() -> documents.show(id)).file().id();
        for (ActAs stranger : List.of(people.aStartup(), hospital)) {
            for (String path : List.of("", "/edit", "/files/" + file)) {
                mvc.perform(get("/documents/" + id.value() + path).with(stranger.signedIn()))
                        .andExpect(status().isNotFound());
            }
            assertThatThrownBy(() -> stranger.run(() -> documents.delete(id))).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() ->
                            stranger.run(() -> documents.replace(id, saying(DocumentKind.OTHER, "x", null), null)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> startup.run(() -> documents.download(id, UUID.randomUUID())))
                .isInstanceOf(NotFoundException.class);
        ActAs board = people.colleagueOf(hospital, Role.HOSPITAL_BOARD);
        assertThatThrownBy(() -> board.run(() -> documents.mine())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aHospitalSeesWhatItIsShownOnceTheTwoHaveToDoWithEachOther() throws Exception {
        DocumentId id = add(startup, DocumentKind.SECURITY_PLEDGE, null);
        DocumentId hidden = add(startup, DocumentKind.DRAFT_AGREEMENT, null);
        startup.run(() -> documents.grant(List.of(id), hospitalParty()));
        String url = "/hospital/documents/" + id.value() + "/file";
        assertThat(hospital.get(() -> documents.shownToMyHospital())).isEmpty();
        mvc.perform(get(url).with(hospital.signedIn())).andExpect(status().isNotFound());
        assertThat(startup.get(() -> documents.grants(id)).get(0).effective()).isFalse();

        IntroductionId introduction = introduced();
        assertThat(startup.get(() -> documents.grants(id)).get(0).effective()).isTrue();
        ActAs board = people.colleagueOf(hospital, Role.HOSPITAL_BOARD);
        mvc.perform(get(url).with(board.signedIn())).andExpect(status().isOk());
        mvc.perform(get("/hospital/documents").with(board.signedIn()))
                .andExpect(content().string(containsString("/hospital/documents/" + id.value())))
                .andExpect(content().string(not(containsString(hidden.value().toString()))));
        assertThat(startup.get(() -> documents.history(id)))
                .extracting("messageKey")
                .contains("history.document.read");
        mvc.perform(get(url).with(people.aHospital().signedIn())).andExpect(status().isNotFound());
        mvc.perform(get("/hospital/documents/{id}/file", hidden.value()).with(hospital.signedIn()))
                .andExpect(status().isNotFound());

        startup.run(() -> documents.withdraw(id, documents.grants(id).get(0).id()));
        mvc.perform(get(url).with(hospital.signedIn())).andExpect(status().isNotFound());
        startup.run(() -> documents.grant(List.of(id), hospitalParty()));
        assertThat(letters.linkTo(hospital.email())).isNotEmpty();
        assertThat(notices(hospital)).contains("documents.notice.shown");
        hospital.run(() -> introductions.decline(introduction, "자리가 없습니다"));
        mvc.perform(get(url).with(hospital.signedIn())).andExpect(status().isNotFound());
    }

    @Test
    void theStartupSeesWhatAHospitalAsksForAndShowsItAtOnce() throws Exception {
        mvc.perform(post("/hospital/documents/asked")
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("kind", "SECURITY_PLEDGE")
                        .param("nameKo", "정보보호 서약서(서식 3)")
                        .param("required", "true"))
                .andExpect(status().is3xxRedirection());
        ask("IRB 승인서", DocumentKind.IRB_APPROVAL, true);
        ask("납세증명", DocumentKind.TAX_CLEARANCE, true);
        ask("참고 자료", DocumentKind.OTHER, false);
        mvc.perform(get("/hospital/documents/asked").with(hospital.signedIn()))
                .andExpect(content().string(containsString("정보보호 서약서(서식 3)")));
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        DocumentId pledge = add(startup, DocumentKind.SECURITY_PLEDGE, today.plusYears(1));
        add(startup, DocumentKind.TAX_CLEARANCE, today.minusDays(1));
        add(startup, DocumentKind.OTHER, null);

        UUID id = hospital.organization().id().value();
        DocumentPlan plan = startup.get(() -> asked.planForHospital(id));
        assertThat(plan.lines()).extracting(PlanLine::state).containsExactly("VALID", "MISSING", "EXPIRED", "MISSING");
        assertThat(plan.lacking()).isEqualTo(2);
        assertThat(startup.get(() -> asked.plans()))
                .extracting(p -> p.party().party().id())
                .contains(id);
        introduced();
        mvc.perform(get("/startup/documents").with(startup.signedIn()))
                .andExpect(content().string(containsString("필요한 문서 3건 가운데 2건")));
        mvc.perform(get("/startup/documents/hospitals/{id}", id)
                        .param("lang", "en")
                        .with(startup.signedIn()))
                .andExpect(content().string(containsString("정보보호 서약서(서식 3)")))
                .andExpect(content().string(containsString("2 of 3 required documents")));
        mvc.perform(post("/startup/documents/hospitals/{id}", id)
                        .param("document", pledge.value().toString())
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(hospital.get(() -> documents.shownToMyHospital()))
                .extracting(shown -> shown.document().id())
                .containsExactly(pledge);

        UUID line = hospital.get(() -> asked.ofMyHospital()).get(0).id();
        assertThatThrownBy(() -> people.aHospital().run(() -> asked.removeFromMyHospital(line)))
                .isInstanceOf(NotFoundException.class);
        hospital.run(() -> asked.removeFromMyHospital(line));
        assertThat(hospital.get(() -> asked.ofMyHospital())).hasSize(3);
        DocumentId foreign = add(people.aStartup(), DocumentKind.OTHER, null);
        mvc.perform(post("/startup/documents/hospitals/{id}", id)
                        .param("document", foreign.value().toString())
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void aCallAsksAndSeesWhatItsApplicantsShow() throws Exception {
        IntroductionId introduction = introduced();
        hospital.run(() -> introductions.accept(introduction));
        ActAs administrator = people.anAdministrator();
        UUID call = administrator.get(() -> calls.draft(
                new CallContent("공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1_000_000_000L, 20, 1)));
        administrator.run(() -> asked.addToCall(
                call, new AskedContent(DocumentKind.TAX_CLEARANCE, "국세 완납 증명", "Proof of taxes", true, "", "")));
        administrator.run(() -> calls.open(call));
        assertThatThrownBy(() -> administrator.run(
                        () -> asked.addToCall(call, new AskedContent(DocumentKind.OTHER, "나중", "Later", true, "", ""))))
                .isInstanceOf(RuleBrokenException.class);
        DocumentId tax = add(startup, DocumentKind.TAX_CLEARANCE, null);
        String plan = "/startup/documents/calls/" + call;
        mvc.perform(get(plan).with(startup.signedIn())).andExpect(status().isNotFound());

        UUID application = startup.get(
                () -> applications.draft(call, introduction.value(), new ApplicationText("요약", "Summary", "이익", "계획")));
        mvc.perform(get(plan).with(startup.signedIn())).andExpect(content().string(containsString("국세 완납 증명")));
        mvc.perform(post(plan)
                        .param("document", tax.value().toString())
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        String file = "/program/calls/" + call + "/documents/" + tax.value() + "/file";
        mvc.perform(get(file).with(administrator.signedIn())).andExpect(status().isNotFound());
        startup.run(() -> applications.submit(application));
        mvc.perform(get(file).with(administrator.signedIn())).andExpect(status().isOk());
        mvc.perform(get("/program/calls/{call}/documents", call).with(administrator.signedIn()))
                .andExpect(content().string(containsString(file)))
                .andExpect(content().string(containsString("이미 연 공모라")));
        startup.run(() -> applications.withdraw(application));
        mvc.perform(get(file).with(administrator.signedIn())).andExpect(status().isNotFound());
    }

    @Test
    void endingDocumentsWaitAndAreToldOnce() {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        DocumentId id = add(startup, DocumentKind.TRAINING_CERTIFICATE, today.plusDays(20));
        add(startup, DocumentKind.TRAINING_CERTIFICATE, today.plusDays(31));
        documents.remind();
        documents.remind();
        assertThat(notices(startup)).containsOnlyOnce("documents.notice.ending");
        assertThat(letters.linkTo(startup.email())).isEqualTo("/documents/" + id.value());
        assertThat(work.waitingFor(startup.actor())).singleElement().satisfies(item -> {
            assertThat(item.titleKey()).isEqualTo("documents.waiting.ending");
            assertThat(item.clock().due()).isEqualTo(today.plusDays(20));
            assertThat(item.url()).isEqualTo("/documents/" + id.value());
        });
        startup.run(() ->
                documents.replace(id, saying(DocumentKind.TRAINING_CERTIFICATE, "이수증", today.minusDays(1)), null));
        documents.remind();
        assertThat(notices(startup)).containsOnlyOnce("documents.notice.ended");
        assertThat(work.waitingFor(startup.actor()))
                .extracting("titleKey")
                .containsExactly("documents.waiting.expired");
        assertThat(work.waitingFor(hospital.actor())).isEmpty();
    }

    @Test
    void messagesCarryFilesOfTheWalletAndUploadsButNoPatientsData() throws Exception {
        IntroductionId introduction = introduced();
        hospital.run(() -> introductions.accept(introduction));
        DocumentId plan = add(startup, DocumentKind.RESEARCH_PROTOCOL, null);
        String url = "/introductions/" + introduction.value();
        mvc.perform(multipart(url + "/messages")
                        .file(TestFiles.upload("질문.txt", TestFiles.text("어떤 항목이 있습니까")))
                        .param("body", "계획서와 질문입니다")
                        .param("document", plan.value().toString())
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        ShownMessage message =
                hospital.get(() -> introductions.thread(introduction)).get(0);
        assertThat(message.files()).extracting(FileFacts::name).containsExactly("plan.txt", "질문.txt");
        UUID file = message.files().get(0).id();
        mvc.perform(get(url).with(hospital.signedIn()))
                .andExpect(content().string(containsString(url + "/files/" + file)));
        mvc.perform(get(url + "/files/" + file).with(hospital.signedIn()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"));
        mvc.perform(get(url + "/files/" + file).with(people.aHospital().signedIn()))
                .andExpect(status().isNotFound());
        UUID unsent = startup.get(() -> documents.show(add(startup, DocumentKind.OTHER, null)))
                .file()
                .id();
        mvc.perform(get(url + "/files/" + unsent).with(hospital.signedIn())).andExpect(status().isNotFound());

        mvc.perform(multipart(url + "/messages")
                        .file(TestFiles.upload("scan.dcm", TestFiles.dicom("")))
                        .param("body", "영상입니다")
                        .with(hospital.signedIn())
                        .with(csrf()))
                .andExpect(content().string(containsString("DICOM 영상이 들어 있어")))
                .andExpect(content().string(containsString("영상입니다")));
        DocumentId foreign = add(people.aStartup(), DocumentKind.OTHER, null);
        mvc.perform(multipart(url + "/messages")
                        .param("body", "남의 문서")
                        .param("document", foreign.value().toString())
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(hospital.get(() -> introductions.thread(introduction))).hasSize(1);
    }

    @Test
    void anUnverifiedOrganisationShowsItsRegistrationToTheOffice() throws Exception {
        ActAs fresh = people.unverified(Face.HOSPITAL, Set.of(Role.HOSPITAL_OFFICE));
        DocumentId id = add(fresh, DocumentKind.BUSINESS_REGISTRATION, null);
        Party office = fresh.get(() -> documents.viewers()).get(0).party();
        assertThat(office.kind()).isEqualTo(PartyKind.VERIFICATION);
        ActAs administrator = people.anAdministrator();
        assertThatThrownBy(() -> administrator.run(() -> documents.downloadShownForVerification(id)))
                .isInstanceOf(NotFoundException.class);
        fresh.run(() -> documents.grant(List.of(id), office));
        String file = "/program/documents/" + id.value() + "/file";
        UUID verification = await().until(
                        () -> verifications.waiting(1000).stream()
                                .filter(c -> c.organization()
                                        .equals(fresh.organization().id().value()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .id();
        mvc.perform(get("/program/verifications/{id}", verification).with(administrator.signedIn()))
                .andExpect(content().string(containsString(file)));
        mvc.perform(get(file).with(administrator.signedIn())).andExpect(status().isOk());
        assertThat(startup.get(() -> documents.viewers())).isEmpty();
        DocumentId other = add(startup, DocumentKind.BUSINESS_REGISTRATION, null);
        assertThatThrownBy(() -> startup.run(() -> documents.grant(List.of(other), office)))
                .isInstanceOf(NotFoundException.class);
    }

    private void refusesToDelete(DocumentId id, String rule) {
        assertThatThrownBy(() -> startup.run(() -> documents.delete(id)))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(rule));
    }

    private void ask(String name, DocumentKind kind, boolean required) {
        hospital.run(() -> asked.addToMyHospital(new AskedContent(kind, name, name, required, "", "")));
    }

    private IntroductionId introduced() {
        var offer = marketplace.published(hospital, anOffer("당뇨병 코호트", healthTerms()));
        var need = marketplace.published(startup, aNeed("재입원 예측"));
        return startup.get(() -> introductions.declare(offer, need));
    }

    private Party hospitalParty() {
        return new Party(PartyKind.HOSPITAL, hospital.organization().id().value());
    }

    private DocumentId add(ActAs person, DocumentKind kind, @Nullable LocalDate end) {
        return person.get(() -> documents.add(saying(kind, "문서 " + kind, end), aFile()));
    }

    private static DocumentContent saying(DocumentKind kind, String title, @Nullable LocalDate end) {
        return new DocumentContent(kind, title, "", "", null, end);
    }

    private static MockMultipartFile aFile() {
        return TestFiles.upload("plan.txt", TestFiles.text("문서 번호 " + COUNT.incrementAndGet()));
    }

    private List<String> notices(ActAs person) {
        return person.get(() -> notifications.showMine(0)).stream()
                .map(ShownNotice::messageKey)
                .toList();
    }

    private byte[] read(DocumentView document) {
        try {
            return Files.readAllBytes(path(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(DocumentView document) {
        String name = document.file().id().toString();
        return home.resolve("documents")
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }

    private long filesOnDisk() throws IOException {
        Path all = home.resolve("documents");
        if (!Files.exists(all)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(all)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
