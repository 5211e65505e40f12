package dari.agreements;

import static dari.support.Marketplace.aBoard;
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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.forms.TextDifference.Kind;
import dari.approvals.Approvals;
import dari.boards.Boards;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.projects.AccessGate;
import dari.projects.Approval;
import dari.projects.ConditionState;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class AgreementTests {

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    Agreements agreements;

    @Autowired
    AgreementTalks talks;

    @Autowired
    Approvals approvals;

    @Autowired
    Boards boards;

    @Autowired
    Projects projects;

    @Autowired
    AccessGate gate;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs hospital;
    private ProjectView project;

    @BeforeEach
    void anApprovedProject() {
        startup = people.aStartup();
        hospital = people.aHospital();
    }

    private void aProject() {
        project = journey.project(startup, hospital, anOffer("당뇨병 코호트", healthTerms()));
        await().until(() -> startup.get(() -> agreements.of(project.id())).isPresent());
    }

    @Test
    void aSideAsksForAnotherWordingAndTheOtherAnswersBeforeAnybodySigns() throws Exception {
        aProject();
        AgreementView drafted = now();
        int line = drafted.paragraphs(Locale.KOREAN).size() - 2;
        startup.run(
                () -> talks.ask(project.id(), line, "13. 해지는 30일 전에\n알립니다.", "13. Thirty days' notice.", "너무 급합니다"));
        ChangeView asked = changes().get(0);
        assertThat(asked.korean().pieces()).extracting(piece -> piece.kind()).contains(Kind.REMOVED, Kind.ADDED);
        assertThat(now().status()).isEqualTo(AgreementStatus.CHANGES_REQUESTED);
        refused("agreements.rule.changesOpen", () -> sign(startup));
        refused(
                "agreements.rule.otherSide",
                () -> startup.run(() -> talks.answer(project.id(), asked.id(), true, "좋습니다")));
        mvc.perform(get("/agreements/{id}", project.id().value()).with(hospital.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<ins>")))
                .andExpect(content().string(containsString("<del>")));
        hospital.run(() -> talks.answer(project.id(), asked.id(), true, "받아들입니다"));
        assertThat(now().status()).isEqualTo(AgreementStatus.DRAFTED);
        assertThat(now().paragraphs(Locale.KOREAN).get(line)).isEqualTo("13. 해지는 30일 전에 알립니다.");
        assertThat(now().hash()).isNotEqualTo(drafted.hash());
        hospital.run(() -> talks.ask(project.id(), line, "13. 알리지 않습니다.", "13. No notice.", "간단하게"));
        startup.run(() -> talks.answer(project.id(), changes().get(1).id(), false, "안 됩니다"));
        assertThat(now().paragraphs(Locale.ENGLISH).get(line)).isEqualTo("13. Thirty days' notice.");
        startup.run(() -> talks.ask(project.id(), line, "13. 열흘 전에", "13. Ten days", "더 짧게"));
        startup.run(() -> talks.ask(project.id(), line, "13. 닷새 전에", "13. Five days", "아주 짧게"));
        hospital.run(() -> talks.answer(project.id(), changes().get(2).id(), true, "좋습니다"));
        UUID overtaken = changes().get(3).id();
        refused(
                "agreements.rule.otherWording",
                () -> hospital.run(() -> talks.answer(project.id(), overtaken, true, "이것도")));
        hospital.run(() -> talks.answer(project.id(), overtaken, false, "이미 정했습니다"));
        assertThat(now().paragraphs(Locale.ENGLISH).get(line)).isEqualTo("13. Ten days");
        sign(startup);
        refused(
                "agreements.rule.unsignedOnly",
                () -> startup.run(() -> talks.ask(project.id(), line, "13. 다시", "13. Again", "또")));
        everyPageReads(startup, hospital);
    }

    @Test
    void controllerContractingPartyAndPayeeMayDifferFromTheHospital() {
        aProject();
        assertThat(now().textKo())
                .contains("대금을 받는 곳: " + hospital.organization().name());
        hospital.run(() -> talks.name(project.id(), "", "새솔 산학협력단", "새솔 산학협력단 회계팀"));
        assertThat(now().textKo()).contains("계약 당사자: 새솔 산학협력단. 대금을 받는 곳: 새솔 산학협력단 회계팀.");
        assertThat(now().textKo())
                .contains("개인정보처리자: " + hospital.organization().name());
        assertThatThrownBy(() -> startup.run(() -> talks.name(project.id(), "a", "b", "c")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theClausesFollowFromTermsDeliveryAndTier() {
        aProject();
        assertThat(now().clauses()).isEqualTo(Clauses.VERSION);
        assertThat(now().textEn())
                .contains("health research", "Training models is permitted", "opens it for the agreed period only")
                .contains("Copies once downloaded cannot be recalled")
                .doesNotContain("committee of at least three", "Downloads are not permitted", "{");
    }

    @Test
    void thePaperHoldsBothLanguagesAndWhoSignedWhen() throws Exception {
        aProject();
        startup.run(() -> agreements.sign(project.id(), "김하나", now().hash()));
        byte[] paper = hospital.get(() -> talks.paper(project.id(), Locale.KOREAN));
        try (PDDocument pdf = Loader.loadPDF(paper)) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains(project.number(), "누구도 알아보려고 하지 않습니다", "does not try to identify")
                    .contains("김하나", now().hash());
        }
        mvc.perform(get("/agreements/{id}/paper", project.id().value()).with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        assertThatThrownBy(() -> people.aStartup().run(() -> talks.paper(project.id(), Locale.KOREAN)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aSealedFileIsSignedByItsHash() throws Exception {
        aProject();
        startup.run(() -> talks.ask(project.id(), 0, "1. 다른 말", "1. Other words", "분명하게"));
        byte[] file = aPdf();
        mvc.perform(multipart("/agreements/{id}/sealed", project.id().value())
                        .file(new MockMultipartFile("file", "agreed.pdf", "application/pdf", file))
                        .with(hospital.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(now().hash()).isEqualTo(hash);
        refused("agreements.rule.sealed", () -> startup.run(() -> talks.ask(project.id(), 0, "가", "a", "왜")));
        refused("agreements.rule.sealed", () -> hospital.run(() -> talks.name(project.id(), "가", "나", "다")));
        UUID asked = changes().get(0).id();
        refused("agreements.rule.sealed", () -> hospital.run(() -> talks.answer(project.id(), asked, true, "좋습니다")));
        assertThat(now().hash()).isEqualTo(hash); // what is signed is still the file
        sign(startup);
        sign(hospital);
        assertThat(now().status()).isEqualTo(AgreementStatus.EFFECTIVE);
        mvc.perform(get("/agreements/{id}/sealed", project.id().value()).with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().bytes(file));
        everyPageReads(startup, hospital);
    }

    @Test
    void anAmendmentTakesThePlaceOfTheAgreementOnceAllSignedAndATerminationClosesAccess() throws Exception {
        aProject();
        refused(
                "agreements.rule.state",
                () -> startup.run(() -> agreements.amend(project.id(), LocalDate.of(2099, 1, 1), "더 길게")));
        sign(startup);
        sign(hospital);
        AgreementView first = now();
        startup.run(() -> agreements.amend(project.id(), LocalDate.of(2099, 1, 1), "더 길게"));
        assertThat(now().revision()).isEqualTo(2);
        assertThat(now().textEn()).contains("until 2099-01-01");
        assertThat(agreementState().holds()).isTrue(); // the first one, until all have signed the second
        assertThat(agreementState().until()).isEqualTo(first.validUntil());
        sign(startup);
        sign(hospital);
        assertThat(agreementState().until()).isEqualTo(LocalDate.of(2099, 1, 1));
        assertThat(startup.get(() -> agreements.revisions(project.id())))
                .extracting(AgreementView::status)
                .containsExactly(AgreementStatus.EFFECTIVE, AgreementStatus.SUPERSEDED);
        ActAs member = people.colleagueOf(startup, Role.STARTUP_MEMBER);
        assertThatThrownBy(() -> member.run(() -> agreements.terminate(project.id(), "그만")))
                .isInstanceOf(AccessDeniedException.class);
        everyPageReads(startup, hospital);
        startup.run(() -> agreements.amend(project.id(), LocalDate.of(2099, 6, 1), "조금 더 길게"));
        sign(startup);
        hospital.run(() -> agreements.terminate(project.id(), "약속을 어겼습니다"));
        assertThat(startup.get(() -> agreements.revisions(project.id())))
                .extracting(AgreementView::status)
                .containsExactly(AgreementStatus.TERMINATED, AgreementStatus.TERMINATED, AgreementStatus.SUPERSEDED);
        assertThat(agreementState().holds()).isFalse();
        refused("agreements.rule.signed", () -> sign(startup));
        refused("agreements.rule.signed", () -> sign(hospital)); // nor does one name more bring it back
        everyPageReads(startup, hospital);
    }

    @Test
    void nobodySignsBeforeTheBoardHasLooked() {
        hospital.run(() -> boards.add(aBoard(1, "윤리위원회")));
        aProject();
        await().until(() ->
                !startup.get(() -> approvals.route(project.id())).rows().isEmpty());
        refused("approvals.rule.boardFirst", () -> sign(startup));
        hospital.run(() -> projects.recordApproval(project.id(), Approval.APPROVED, "IRB-1", null));
        sign(startup);
    }

    private ConditionState agreementState() {
        return gate.check(projects.facts(project.id())).stream()
                .filter(state -> state.code().equals("agreement"))
                .findFirst()
                .orElseThrow();
    }

    private AgreementView now() {
        return startup.get(() -> agreements.of(project.id())).orElseThrow();
    }

    private List<ChangeView> changes() {
        return startup.get(() -> talks.changes(project.id()));
    }

    private void sign(ActAs person) {
        person.run(() -> agreements.sign(project.id(), "이름", now().hash()));
    }

    private static byte[] aPdf() throws IOException {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(RuleBrokenException.class)
                .extracting(e -> ((RuleBrokenException) e).messageKey())
                .isEqualTo(key);
    }

    private void everyPageReads(ActAs... readers) throws Exception {
        for (ActAs reader : readers) {
            for (String language : List.of("ko", "en")) {
                mvc.perform(get("/agreements/{id}", project.id().value())
                                .param("lang", language)
                                .with(reader.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
    }
}
