package dari.programdesk;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.ApplicationDraft;
import dari.admin.ApplicationStatus;
import dari.admin.ApplicationView;
import dari.admin.Applications;
import dari.admin.Calls;
import dari.admin.Consortia;
import dari.admin.DraftState;
import dari.admin.MemberStatus;
import dari.admin.MemberView;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.Readiness;
import dari.admin.ReceiptView;
import dari.admin.Receipts;
import dari.admin.Screening;
import dari.admin.ScreeningView;
import dari.admin.eligibility.Declaration;
import dari.admin.eligibility.Fact;
import dari.admin.forms.Answers;
import dari.documents.DocumentContent;
import dari.documents.DocumentId;
import dari.documents.DocumentKind;
import dari.documents.Documents;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.Face;
import dari.kernel.IdBytes;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An application to the voucher call, from the first word to the second submission. */
@DariTest
class ApplicationFlowTests {

    private static final Map<Fact, String> FINE = Map.of(
            Fact.SIZE, "SMALL",
            Fact.TAX_ARREARS, "NO",
            Fact.DUPLICATE_FUNDING, "NO",
            Fact.DEBARRED, "NO",
            Fact.REGION, "OTHER");

    @Autowired
    Calls calls;

    @Autowired
    Applications applications;

    @Autowired
    Consortia consortia;

    @Autowired
    Receipts receipts;

    @Autowired
    Screening screening;

    @Autowired
    Documents documents;

    @Autowired
    Introductions introductions;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;
    private ActAs startup;
    private ActAs hospital;
    private UUID call;
    private UUID introduction;
    private UUID application;

    @BeforeEach
    void anApplicationBegun() {
        administrator = people.anAdministrator();
        startup = people.aStartup();
        hospital = people.aHospital();
        OfferId offer = marketplace.published(hospital, anOffer("당뇨병 코호트", healthTerms()));
        NeedId need = marketplace.published(startup, aNeed("재입원 예측"));
        IntroductionId declared = startup.get(() -> introductions.declare(offer, need));
        hospital.run(() -> introductions.accept(declared));
        introduction = declared.value();
        call = administrator.get(() -> {
            UUID id = calls.draftVoucher();
            calls.open(id);
            return id;
        });
        application = startup.get(() -> applications.begin(call, introduction));
    }

    @Test
    void beginningTwiceGoesOnWithTheSame() throws Exception {
        mvc.perform(post("/startup/applications/new")
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("call", call.toString())
                        .param("introduction", introduction.toString()))
                .andExpect(redirectedUrl("/startup/applications/" + application));
    }

    @Test
    void whatIsTypedIsKeptAndSaysWhatIsMissing() throws Exception {
        autosave(Map.of("q.product", "재방문 알리미"), 0, "window-a")
                .andExpect(content().string(containsString("저장했습니다")))
                .andExpect(content().string(containsString("id=\"readiness\"")))
                .andExpect(content().string(containsString("value=\"1\"")));
        assertThat(mine().draft().answers().of("product")).isEqualTo("재방문 알리미");
        autosave(Map.of("q.product", "나중 것"), 0, "window-a").andExpect(content().string(containsString("저장했습니다")));
        assertThat(mine().draft().answers().of("product")).isEqualTo("나중 것");
    }

    /** As a browser sends it: with the hidden fields that every form of the page carries. */
    @Test
    void whatThePageKeptByItselfDoesNotStandInTheWayOfItsButton() throws Exception {
        String page = mvc.perform(get("/startup/applications/" + application).with(startup.signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String form = page.substring(page.indexOf("id=\"application\""));
        Map<String, String> hidden = new HashMap<>();
        Matcher field =
                Pattern.compile("name=\"(_form|_seen)\" value=\"([^\"]+)\"").matcher(form);
        while (field.find()) {
            hidden.putIfAbsent(field.group(1), field.group(2));
        }
        assertThat(hidden).containsKey("_form");
        for (String typed : List.of("재방문", "재방문 알리미")) {
            hidden.put("q.product", typed);
            autosave(hidden, 0, "window-a").andExpect(content().string(containsString("저장했습니다")));
        }
        hidden.putAll(Map.of("q.product", "재방문 알리미 2", "edits", "0", "window", "window-a", "action", "draft"));
        send("/startup/applications/" + application, hidden).andExpect(status().is3xxRedirection());
        assertThat(mine().draft().answers().of("product")).isEqualTo("재방문 알리미 2");
    }

    @Test
    void anotherWindowDoesNotOverwriteAndLosesNothing() throws Exception {
        autosave(Map.of("q.product", "첫째 창"), 0, "window-a").andExpect(status().isOk());
        send(
                        "/startup/applications/" + application,
                        Map.of("q.product", "둘째 창", "edits", "0", "window", "window-b", "action", "draft"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("다른 창이나 다른 사람이")))
                .andExpect(content().string(containsString("value=\"둘째 창\"")));
        assertThat(mine().draft().answers().of("product")).isEqualTo("첫째 창");
    }

    @Test
    void anIncompleteApplicationIsNotTakenAndSaysWhyAtEachField() throws Exception {
        Map<String, String> typed = new HashMap<>(state());
        typed.put("q.stage", "approved");
        typed.put("q.price", "많이");
        typed.put("action", "submit");
        send("/startup/applications/" + application, typed)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"q-approvalNumber-error\"")))
                .andExpect(content().string(containsString("href=\"#q-price\"")))
                .andExpect(content().string(containsString("id=\"fact-TAX_ARREARS-error\"")))
                .andExpect(content().string(not(containsString("id=\"q-generativeGuard-error\""))))
                .andExpect(content().string(containsString("value=\"많이\"")))
                .andExpect(content().string(not(containsString("??"))));
        assertThat(mine().status()).isEqualTo(ApplicationStatus.DRAFT);
        refused("forms.rule.incomplete", () -> startup.run(() -> applications.submit(application)));
    }

    @Test
    void eligibilityIsShownBeforeSubmissionAndStopsIt() {
        keep(complete());
        assertThat(readiness().isComplete()).isTrue();
        Map<Fact, String> barred = new HashMap<>(FINE);
        barred.put(Fact.DEBARRED, "YES");
        keep(new ApplicationDraft("small", complete().answers(), new Declaration(barred)));
        assertThat(readiness().findings())
                .filteredOn(finding -> finding.state().stops())
                .extracting(finding -> finding.rule())
                .containsExactly("debarment");
        refused("forms.rule.incomplete", () -> startup.run(() -> applications.submit(application)));
    }

    @Test
    void handedInTwiceItIsHandedInOnceAndTheReceiptProvesIt() throws Exception {
        keep(complete());
        String first = startup.get(() -> applications.submit(application));
        assertThat(startup.get(() -> applications.submit(application))).isEqualTo(first);
        ReceiptView receipt = startup.get(() -> receipts.ofMine(application)).stream()
                .findFirst()
                .orElseThrow();
        assertThat(startup.get(() -> receipts.ofMine(application))).hasSize(1);
        assertThat(receipt.receipt()).matches("D-[0-9]{8}-[0-9A-F]{10}");
        byte[] snapshot = mvc.perform(get("/startup/applications/{id}/receipts/1/snapshot", application)
                        .with(startup.signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(snapshot)))
                .isEqualTo(receipt.sha256())
                .isEqualTo(first);
        assertThat(new String(snapshot, StandardCharsets.UTF_8)).contains("재방문 알리미", "납세증명서", "\"REGION\":\"OTHER\"");
        assertThat(receipts.confirm(receipt.receipt(), receipt.sha256())).isPresent();
        assertThat(receipts.confirm(receipt.receipt(), receipt.sha256().replace('a', 'b')))
                .isEmpty();
        assertThat(mine().bonuses()).containsExactly("region");
        for (String language : List.of("ko", "en")) {
            for (String page : List.of("", "/receipts/1")) {
                mvc.perform(get("/startup/applications/" + application + page)
                                .param("lang", language)
                                .with(startup.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
            mvc.perform(get("/program/applications/{id}/screening", application)
                            .param("lang", language)
                            .with(administrator.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
        // A page left open and sent again comes back to what was handed in.
        send("/startup/applications/" + application, Map.of("q.product", "늦은 것", "action", "draft"))
                .andExpect(redirectedUrl("/startup/applications/" + application));
        assertThat(mine().draft().answers().of("product")).isEqualTo("재방문 알리미");
    }

    @Test
    void onlyTheOwnerHandsInAndColleaguesWrite() {
        ActAs colleague = people.colleagueOf(startup, Role.STARTUP_MEMBER);
        ApplicationDraft draft = complete();
        colleague.run(() -> applications.save(application, draft, new DraftState(0, "w")));
        assertThatThrownBy(() -> colleague.run(() -> applications.submit(application)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void afterTheDeadlineNothingIsTakenUnlessItWasGivenBack() {
        keep(complete());
        database.update("UPDATE program_call SET deadline = '2020-01-01' WHERE id = ?", IdBytes.of(call));
        refused("admin.rule.call.notOpen", () -> startup.run(() -> applications.submit(application)));
        database.update("UPDATE program_call SET deadline = '2099-01-01' WHERE id = ?", IdBytes.of(call));
        startup.run(() -> applications.submit(application));
        database.update("UPDATE program_call SET deadline = '2020-01-01' WHERE id = ?", IdBytes.of(call));
        LocalDate until = administrator
                .get(() -> screening.show(application, Locale.KOREAN))
                .latestReturn();
        administrator.run(() -> screening.returnForChanges(application, "계획이 짧습니다", Map.of(), until));
        startup.run(() -> applications.submit(application));
        assertThat(mine().submissions()).isEqualTo(2);
    }

    @Test
    void aReturnSaysWhatToChangeAndTheOfficeSeesTheDifference() throws Exception {
        keep(complete());
        startup.run(() -> applications.submit(application));
        send(
                        administrator,
                        "/program/applications/" + application + "/screening",
                        Map.of("reason", "", "ask.plan", "더 자세히"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("더 자세히</textarea>")));
        send(
                        administrator,
                        "/program/applications/" + application + "/screening",
                        Map.of(
                                "reason", "두 곳을 고쳐 주세요",
                                "ask.plan", "언제 지우는지 적어 주세요",
                                "until", LocalDate.of(2099, 1, 1).toString()))
                .andExpect(redirectedUrl("/program/applications/" + application + "/screening"));
        mvc.perform(get("/startup/applications/{id}", application).with(startup.signedIn()))
                .andExpect(content().string(containsString("두 곳을 고쳐 주세요")))
                .andExpect(content().string(containsString("언제 지우는지 적어 주세요")));
        keep(new ApplicationDraft(
                "small", complete().answers().with("plan", "학습하고 시험한 뒤 3개월 안에 지웁니다."), new Declaration(FINE)));
        startup.run(() -> applications.submit(application));
        ScreeningView seen = administrator.get(() -> screening.show(application, Locale.KOREAN));
        assertThat(seen.changes()).singleElement().satisfies(change -> {
            assertThat(change.question().id()).isEqualTo("plan");
            assertThat(change.asked()).isEqualTo("언제 지우는지 적어 주세요");
            assertThat(change.difference().isUnchanged()).isFalse();
        });
        mvc.perform(get("/program/applications/{id}/screening", application).with(administrator.signedIn()))
                .andExpect(content().string(containsString("<ins>")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void aMemberConfirmsForItselfAndItsFactsCount() throws Exception {
        keep(complete());
        ActAs member = people.aStartup();
        ActAs unverified = people.unverified(Face.STARTUP, Set.of(Role.STARTUP_OWNER));
        refused(
                "forms.rule.member.unknown",
                () -> startup.run(() -> consortia.invite(application, number(unverified))));
        refused("forms.rule.member.twice", () -> startup.run(() -> consortia.invite(application, number(hospital))));
        startup.run(() -> consortia.invite(application, number(member)));
        assertThat(readiness().unanswered())
                .containsExactly(member.organization().name());
        for (String language : List.of("ko", "en")) {
            for (String page : List.of("/consortia", "/consortia/" + application, "/home")) {
                mvc.perform(get(page).param("lang", language).with(member.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
        refused(
                "forms.rule.member.declare",
                () -> member.run(() -> consortia.answer(application, MemberStatus.CONFIRMED, Declaration.NONE)));
        send(
                        member,
                        "/consortia/" + application,
                        Map.of(
                                "answer", "confirm",
                                "declared.SIZE", "SMALL",
                                "declared.TAX_ARREARS", "YES",
                                "declared.DUPLICATE_FUNDING", "NO",
                                "declared.DEBARRED", "NO",
                                "declared.REGION", "OTHER"))
                .andExpect(redirectedUrl("/consortia/" + application));
        assertThat(startup.get(() -> consortia.ofMine(application)))
                .extracting(MemberView::status)
                .containsExactly(MemberStatus.CONFIRMED);
        assertThat(readiness().findings())
                .filteredOn(finding -> finding.state().stops())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("tax");
                    assertThat(finding.arguments())
                            .containsExactly(member.organization().name());
                });
        assertThatThrownBy(() -> people.aStartup().run(() -> consortia.mine(application)))
                .isInstanceOf(ProgramNotFoundException.class);
        startup.run(
                () -> consortia.remove(application, member.organization().id().value()));
        assertThat(readiness().isComplete()).isTrue();
    }

    @Test
    void afterHandingInFilesStayAsTheyWere() throws Exception {
        keep(complete());
        startup.run(() -> applications.submit(application));
        DocumentId document =
                new DocumentId(UUID.fromString(mine().draft().answers().of("taxCertificate")));
        mvc.perform(get("/program/applications/{id}/screening/files/taxCertificate", application)
                        .with(administrator.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("납세")));
        assertThatThrownBy(() -> startup.run(() -> documents.delete(document)))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("documents.rule.referred"));
    }

    @Test
    void withdrawingNeedsAReasonThatTheOfficeReads() throws Exception {
        keep(complete());
        startup.run(() -> applications.submit(application));
        send("/startup/applications/" + application + "/withdraw", Map.of("reason", " "))
                .andExpect(status().is3xxRedirection());
        assertThat(mine().status()).isEqualTo(ApplicationStatus.SUBMITTED);
        send("/startup/applications/" + application + "/withdraw", Map.of("reason", "연구자가 떠났습니다"))
                .andExpect(status().is3xxRedirection());
        assertThat(mine().status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(mine().withdrawnReason()).isEqualTo("연구자가 떠났습니다");
    }

    private ApplicationDraft complete() {
        return new ApplicationDraft(
                "small",
                new Answers(Map.ofEntries(
                        Map.entry("summaryKo", List.of("재방문을 미리 알립니다.")),
                        Map.entry("summaryEn", List.of("Foresees return visits.")),
                        Map.entry("benefit", List.of("응급 방문이 줄어듭니다.")),
                        Map.entry("plan", List.of("학습하고 시험한 뒤 지웁니다.")),
                        Map.entry("product", List.of("재방문 알리미")),
                        Map.entry("stage", List.of("none")),
                        Map.entry("dataKinds", List.of("structured", "text")),
                        Map.entry("patients", List.of("1000")),
                        Map.entry("generative", List.of("no")),
                        Map.entry("price", List.of("80000000")),
                        Map.entry("start", List.of("2099-03-02")),
                        Map.entry("taxCertificate", List.of(certificate().toString())))),
                new Declaration(FINE));
    }

    private UUID certificate() {
        return startup.get(() -> documents.mine().stream()
                .findFirst()
                .map(document -> document.id().value())
                .orElseGet(() -> documents
                        .add(
                                new DocumentContent(DocumentKind.TAX_CLEARANCE, "납세증명서", "", "", null, null),
                                new MockMultipartFile(
                                        "file", "a.txt", null, "납세를 마쳤습니다".getBytes(StandardCharsets.UTF_8)))
                        .value()));
    }

    private void keep(ApplicationDraft draft) {
        startup.run(() -> applications.save(application, draft, new DraftState(mine().edits(), "test")));
    }

    private ApplicationView mine() {
        return startup.get(() -> applications.mine(application));
    }

    private Readiness readiness() {
        return startup.get(() -> applications.readiness(application));
    }

    private Map<String, String> state() {
        return Map.of("edits", Integer.toString(mine().edits()), "window", "window-a");
    }

    private static String number(ActAs organization) {
        return organization.organization().registrationNumber().digits();
    }

    private ResultActions autosave(Map<String, String> typed, int edits, String window) throws Exception {
        Map<String, String> sent = new HashMap<>(typed);
        sent.put("edits", Integer.toString(edits));
        sent.put("window", window);
        return send("/startup/applications/" + application + "/autosave", sent);
    }

    private ResultActions send(String path, Map<String, String> typed) throws Exception {
        return send(startup, path, typed);
    }

    private ResultActions send(ActAs person, String path, Map<String, String> typed) throws Exception {
        MockHttpServletRequestBuilder request =
                post(path).with(person.signedIn()).with(csrf());
        typed.forEach(request::param);
        return mvc.perform(request);
    }

    private static void refused(String rule, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProgramRuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(rule));
    }
}
