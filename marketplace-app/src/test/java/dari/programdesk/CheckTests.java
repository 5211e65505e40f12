package dari.programdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.ApplicationDraft;
import dari.admin.ApplicationStatus;
import dari.admin.ApplicationText;
import dari.admin.Applications;
import dari.admin.CallBuilder;
import dari.admin.CallContent;
import dari.admin.CallRules;
import dari.admin.Calls;
import dari.admin.Consortia;
import dari.admin.DraftState;
import dari.admin.MemberStatus;
import dari.admin.MemberView;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.checks.CheckKind;
import dari.admin.checks.CheckState;
import dari.admin.checks.CheckVerdict;
import dari.admin.checks.CheckView;
import dari.admin.checks.Checks;
import dari.admin.checks.FiguresView;
import dari.admin.checks.FirmFigureBook;
import dari.admin.eligibility.DebarmentRule;
import dari.admin.eligibility.Declaration;
import dari.admin.eligibility.DuplicateFundingRule;
import dari.admin.eligibility.Eligibility;
import dari.admin.eligibility.EligibilityRule;
import dari.admin.eligibility.Fact;
import dari.admin.eligibility.FirmSize;
import dari.admin.eligibility.SizeLimits;
import dari.admin.eligibility.SizeRule;
import dari.admin.eligibility.TaxRule;
import dari.admin.eligibility.VerifiedRule;
import dari.admin.panel.CastVote;
import dari.admin.panel.PanelVotes;
import dari.admin.panel.Panels;
import dari.admin.panel.VoteChoice;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.documents.DocumentContent;
import dari.documents.DocumentId;
import dari.documents.DocumentKind;
import dari.documents.Documents;
import dari.kernel.IdBytes;
import dari.organizations.Organizations;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What documents and lists say of applicants, from hand-in to award. */
@DariTest
class CheckTests {

    private static final Declaration FINE = new Declaration(Map.of(
            Fact.SIZE, "SMALL",
            Fact.TAX_ARREARS, "NO",
            Fact.DUPLICATE_FUNDING, "NO",
            Fact.DEBARRED, "NO"));

    @Autowired
    JdbcTemplate database;

    @Autowired
    Calls calls;

    @Autowired
    CallBuilder builder;

    @Autowired
    Applications applications;

    @Autowired
    Consortia consortia;

    @Autowired
    Checks checks;

    @Autowired
    FirmFigureBook figures;

    @Autowired
    Documents documents;

    @Autowired
    Panels panels;

    @Autowired
    PanelVotes votes;

    @Autowired
    History history;

    @Autowired
    Organizations organizations;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;
    private ActAs startup;
    private ActAs hospital;

    @BeforeEach
    void twoSidesAndAnOffice() {
        administrator = people.anAdministrator();
        startup = people.aStartup();
        hospital = people.aHospital();
    }

    @Test
    void aFirmsSizeComesFromItsFiguresAndAPersonConfirmsItAgainstTheConfirmation() throws Exception {
        UUID application = begun(new SizeRule(Set.of(FirmSize.SMALL, FirmSize.MEDIUM)));
        assertThat(startup.get(() -> applications.asks(application))).contains(Fact.SIZE);
        mvc.perform(post("/startup/figures")
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("yearEnd", "2025-12-31")
                        .param("industry", "INFORMATION")
                        .param("sales", "6,000,000,000")
                        .param("assets", "viel"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"assets-error\"")));
        // Six billion won of sales: more than a small firm of this industry has, whatever it declares.
        startup.run(() -> figures.keep(ofSales(6_000_000_000L)));
        assertThat(startup.get(() -> applications.asks(application))).doesNotContain(Fact.SIZE);
        keep(application);
        assertThat(startup.get(() -> applications.mine(application)).size()).isEqualTo(FirmSize.MEDIUM);
        startup.run(() -> applications.submit(application));

        assertThat(check(application, CheckKind.SIZE).state()).isEqualTo(CheckState.MISSING);
        DocumentId confirmation = paper(startup, DocumentKind.SME_CONFIRMATION, 30);
        CheckView there = check(application, CheckKind.SIZE);
        assertThat(there.state()).isEqualTo(CheckState.CONFIRM);
        assertThat(there.open()).isTrue();
        assertThat(there.evidence()).anyMatch(line -> line.contains("6,000,000,000"));
        refused("checks.refused.size", () -> decide(application, there, CheckVerdict.ACCEPTED, null));
        decide(application, there, CheckVerdict.ACCEPTED, FirmSize.SMALL);
        assertThat(startup.get(() -> applications.mine(application)).size()).isEqualTo(FirmSize.SMALL);
        assertThat(check(application, CheckKind.SIZE).open()).isFalse();
        assertThatThrownBy(() -> startup.run(() -> documents.delete(confirmation)))
                .as("a decision rests on it")
                .hasMessageContaining("referred");

        // The next confirmation has run out: what was confirmed no longer holds.
        paper(startup, DocumentKind.SME_CONFIRMATION, -1);
        CheckView expired = check(application, CheckKind.SIZE);
        assertThat(expired.state()).isEqualTo(CheckState.EXPIRED);
        assertThat(expired.open()).isTrue();
        assertThat(expired.former()).hasSize(1);
    }

    @Test
    void taxCertificatesOfNationAndPlaceAreThereMissingUndatedOrExpired() throws Exception {
        UUID application = begun(new TaxRule(""));
        keep(application);
        assertThat(startup.get(() -> applications.readiness(application)).papers())
                .extracting(paper -> paper.kind() + " " + paper.state())
                .containsExactly("NATIONAL_TAX MISSING", "LOCAL_TAX MISSING");
        startup.run(() -> applications.submit(application));
        paper(startup, DocumentKind.TAX_CLEARANCE, null);
        assertThat(check(application, CheckKind.NATIONAL_TAX).state()).isEqualTo(CheckState.UNDATED);
        paper(startup, DocumentKind.TAX_CLEARANCE, 0);
        CheckView national = check(application, CheckKind.NATIONAL_TAX);
        assertThat(national.state()).as("its last day is included").isEqualTo(CheckState.THERE);
        assertThat(national.open()).isFalse();
        paper(startup, DocumentKind.LOCAL_TAX_CLEARANCE, -1);
        assertThat(check(application, CheckKind.LOCAL_TAX).state()).isEqualTo(CheckState.EXPIRED);
        String page = "/program/applications/" + application + "/checks";
        mvc.perform(get(page + "/" + national.print() + "/file").with(administrator.signedIn()))
                .andExpect(status().isOk());
        mvc.perform(get(page + "/" + "0".repeat(64) + "/file").with(administrator.signedIn()))
                .andExpect(status().isNotFound());
        assertReadable(
                administrator,
                page,
                "/program/applications/" + application,
                "/program/applications/" + application + "/screening",
                "/program/calls/" + callOf(application) + "/checks");
        assertReadable(startup, "/startup/figures");
    }

    @Test
    void aListWithOneWrongLineIsNotTakenAtAll() throws Exception {
        String number = startup.organization().registrationNumber().digits();
        String head = "registration_number,name,starts_on,ends_on,reason\n";
        String good = number + ",\"이름, 쉼표\",2026-01-01,2099-12-31,협약 위반\n";
        importing("/program/debarments/import", head + good + "123,없음,2026.1.1,2025-01-01,\n")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("3번째 줄")))
                .andExpect(content().string(containsString("사업자등록번호가 아닙니다")))
                .andExpect(content().string(not(containsString("이름, 쉼표"))));
        importing("/program/debarments/import", "number,name\n").andExpect(status().isOk());
        importing("/program/debarments/import", head + good + good).andExpect(redirectedUrl("/program/debarments"));
        // What Korean spreadsheets write by themselves.
        mvc.perform(multipart("/program/debarments/import")
                        .file(new MockMultipartFile(
                                "file", "list.csv", null, (head + good).getBytes(Charset.forName("MS949"))))
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl("/program/debarments"));
        mvc.perform(get("/program/debarments").with(administrator.signedIn()))
                .andExpect(content().string(containsString("이름, 쉼표")));
        assertReadable(administrator, "/program/debarments", "/program/debarments/new", "/program/outside-awards");
    }

    @Test
    void whoIsExcludedIsFoundAtHandInAndNotAwardedUntilAPersonDecided() throws Exception {
        UUID application = begun(new DebarmentRule());
        keep(application);
        importing(
                        "/program/debarments/import",
                        "registration_number,name,starts_on,ends_on,reason\n"
                                + hospital.organization().registrationNumber().formatted()
                                + ",병원,2020-01-01,2020-12-31,끝난 것\n"
                                + startup.organization().registrationNumber().formatted()
                                + ",결마루,2026-01-01,2099-12-31,연구비 부정 사용\n")
                .andExpect(redirectedUrl("/program/debarments"));
        startup.run(() -> applications.submit(application));
        assertThat(lines(application, "application.checked"))
                .singleElement()
                .satisfies(line -> assertThat(line.facts())
                        .containsEntry("when", "HAND_IN")
                        .containsEntry("open", "1"));
        journey.review(administrator, application, 4);
        Journey.OpenBallot ballot = journey.ballot(administrator, application);
        ballot.members()
                .forEach(member -> member.run(
                        () -> votes.vote(ballot.ballot(), new CastVote(VoteChoice.APPROVE, "좋습니다", List.of()))));
        administrator.run(() -> panels.close(ballot.ballot(), "모두 같은 뜻"));
        assertThatThrownBy(() -> administrator.run(() -> panels.publish(ballot.ballot(), "선정")))
                .isInstanceOfSatisfying(ProgramRuleBrokenException.class, e -> {
                    assertThat(e.messageKey()).isEqualTo("checks.refused.open");
                    assertThat(e.arguments())
                            .as("whose checks, of all in a list")
                            .containsExactly(startup.organization().name(LocaleContextHolder.getLocale()));
                });

        CheckView hit = check(application, CheckKind.DEBARMENT);
        assertThat(hit.state()).isEqualTo(CheckState.HIT);
        assertThat(hit.evidence()).anyMatch(line -> line.contains("연구비 부정 사용"));
        String page = "/program/applications/" + application + "/checks";
        String inEnglish = startup.organization().name(Locale.ENGLISH);
        for (String read : List.of(page, "/program/calls/" + callOf(application) + "/checks")) {
            mvc.perform(get(read).param("lang", "en").with(administrator.signedIn()))
                    .andExpect(content().string(containsString(inEnglish)))
                    .andExpect(content()
                            .string(not(containsString(hospital.organization().name()))));
        }
        mvc.perform(post(page)
                        .with(administrator.signedIn())
                        .with(csrf())
                        .param("print", hit.print())
                        .param("verdict", "ACCEPTED")
                        .param("reason", " "))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("error-summary")));
        decide(application, hit, CheckVerdict.UPHELD, null);
        refused("checks.refused.open", () -> administrator.run(() -> panels.publish(ballot.ballot(), "선정")));
        decide(application, hit, CheckVerdict.ACCEPTED, null);
        assertThat(lines(application, "application.checkAccepted"))
                .singleElement()
                .satisfies(line -> assertThat(line.note()).isEqualTo("처분이 취소되었습니다"));
        administrator.run(() -> panels.publish(ballot.ballot(), "선정"));
        assertThat(startup.get(() -> applications.mine(application)).status()).isEqualTo(ApplicationStatus.APPROVED);
        assertThat(lines(application, "application.checked"))
                .anyMatch(line -> "AWARD".equals(line.facts().get("when")));
    }

    @Test
    void theSizeByWhichAnAwardIsPaidStays() {
        UUID application = begun(new SizeRule(Set.of(FirmSize.SMALL, FirmSize.MEDIUM)));
        startup.run(() -> figures.keep(ofSales(1_000_000_000L)));
        keep(application);
        paper(startup, DocumentKind.SME_CONFIRMATION, 30);
        startup.run(() -> applications.submit(application));
        CheckView check = check(application, CheckKind.SIZE);
        decide(application, check, CheckVerdict.ACCEPTED, FirmSize.SMALL);
        journey.review(administrator, application, 4);
        journey.decided(administrator, application, VoteChoice.APPROVE);
        refused("checks.refused.awarded", () -> decide(application, check, CheckVerdict.ACCEPTED, FirmSize.MEDIUM));
        refused("checks.refused.awarded", () -> decide(application, check, CheckVerdict.UPHELD, null));
        assertThat(startup.get(() -> applications.mine(application)).size()).isEqualTo(FirmSize.SMALL);
    }

    @Test
    void workThatIsPaidForElsewhereIsFoundHereAndInTheListsOfOthers() throws Exception {
        UUID call = journey.call(administrator, CallRules.PLAIN);
        UUID paid = journey.reviewed(administrator, call, startup, hospital, 4);
        journey.decided(administrator, paid, VoteChoice.APPROVE);
        UUID application = begun(new DuplicateFundingRule());
        keep(application);
        startup.run(() -> applications.submit(application));
        CheckView ofDari = check(application, CheckKind.DUPLICATE);
        assertThat(ofDari.state()).isEqualTo(CheckState.HIT);
        assertThat(ofDari.evidence()).anyMatch(line -> line.contains("같은 병원"));

        String number = startup.organization().registrationNumber().digits();
        String head = "registration_number,name,program,title,hospital,starts_on,ends_on,won\n";
        importing(
                        "/program/outside-awards/import",
                        head + number + ",결마루,AI 융합,재입원 위험 예측,,2026-01-01,2099-12-31,\"1,000\"\n" + number
                                + ",결마루,수출,해외 전시,,2026-01-01,2099-12-31,\n" + number
                                + ",결마루,지난 사업,재입원 예측,,2019-01-01,2020-12-31,\n")
                .andExpect(redirectedUrl("/program/outside-awards"));
        assertThat(all(application))
                .filteredOn(check -> check.kind() == CheckKind.DUPLICATE)
                .as("its own award, and the one with a like title of the same time")
                .hasSize(2)
                .anyMatch(check -> check.evidence().stream().anyMatch(line -> line.contains("AI 융합")))
                .allMatch(CheckView::open);
    }

    @Test
    void twoApplicationsOfOneFirmToOneCallFindEachOther() {
        UUID first = begun(new DuplicateFundingRule());
        keep(first);
        startup.run(() -> applications.submit(first));
        assertThat(check(first, CheckKind.DUPLICATE).state()).isEqualTo(CheckState.CLEAR);
        UUID second = another(startup, callOf(first));
        // The same firm registered twice: nothing but its number says so.
        ActAs twin = people.aStartup();
        organizations.recorded(
                twin.organization().id(), "다른 이름", null, startup.organization().registrationNumber(), null);
        UUID third = another(twin, callOf(first));

        assertThat(all(first))
                .filteredOn(check -> check.state() == CheckState.HIT)
                .hasSize(2)
                .allMatch(CheckView::open)
                .anyMatch(check -> check.evidence().contains("같은 기업이 참여합니다."))
                .anyMatch(check -> check.evidence().contains("사업자등록번호가 같은 기업이 참여합니다."));
        assertThat(all(third))
                .filteredOn(check -> check.state() == CheckState.HIT)
                .hasSize(2);
        decide(second, check(second, CheckKind.DUPLICATE), CheckVerdict.ACCEPTED, null);
        twin.run(() -> applications.withdraw(third, "하나만 냅니다"));
        assertThat(all(second))
                .filteredOn(check -> check.state() == CheckState.HIT)
                .as("what went away is found no more; what was decided stays decided")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(all(first))
                .filteredOn(check -> check.state() == CheckState.HIT)
                .hasSize(1);
    }

    @Test
    void inAnyCallOneFirmsTwoApplicationsAreSaidAndTheSameWorkTwiceIsDecided() {
        UUID first = begun();
        keep(first);
        startup.run(() -> applications.submit(first));
        assertThat(all(first)).as("nothing to look at").isEmpty();
        UUID second = another(startup, callOf(first)); // by the same need, whose title says it is the same work

        assertThat(check(first, CheckKind.DUPLICATE).state()).isEqualTo(CheckState.HIT);
        assertThat(check(second, CheckKind.DUPLICATE).open()).isTrue();
        decide(second, check(second, CheckKind.DUPLICATE), CheckVerdict.ACCEPTED, null);
        assertThat(check(second, CheckKind.DUPLICATE).open()).isFalse();

        database.update("UPDATE application SET need_title = '다른 병의 진행 예측' WHERE id = ?", IdBytes.of(second));
        CheckView other = check(first, CheckKind.DUPLICATE);
        assertThat(other.state()).as("another work: said, and stops nothing").isEqualTo(CheckState.NOTED);
        assertThat(other.open()).isFalse();
        assertThat(other.evidence()).anyMatch(line -> line.contains("다른 병의 진행 예측"));
    }

    private UUID another(ActAs applicant, UUID call) {
        UUID introduction = journey.introduced(applicant, people.aHospital()).value();
        return applicant.get(() -> {
            UUID id = applications.draft(call, introduction, new ApplicationText("요약", "Summary", "이익", "계획"));
            applications.save(
                    id,
                    new ApplicationDraft("", applications.mine(id).draft().answers(), FINE),
                    new DraftState(applications.mine(id).edits(), "test"));
            applications.submit(id);
            return id;
        });
    }

    @Test
    void aHospitalThatTakesPartIsNotAskedHowLargeItIs() throws Exception {
        UUID application = begun(new SizeRule(Set.of(FirmSize.SMALL)), new TaxRule(""));
        keep(application);
        ActAs member = people.aHospital();
        startup.run(() -> consortia.invite(
                application, member.organization().registrationNumber().digits()));
        // The notice keeps whom it is about; each reader sees the name in their own language.
        for (Locale reader : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            mvc.perform(get("/notifications")
                            .param("lang", reader.getLanguage())
                            .with(member.signedIn()))
                    .andExpect(content()
                            .string(containsString(startup.organization().name(reader))));
        }
        mvc.perform(get("/consortia/" + application).with(member.signedIn()))
                .andExpect(content().string(containsString("declared.TAX_ARREARS")))
                .andExpect(content().string(not(containsString("declared.SIZE"))));
        member.run(() ->
                consortia.answer(application, MemberStatus.CONFIRMED, new Declaration(Map.of(Fact.TAX_ARREARS, "NO"))));
        assertThat(startup.get(() -> consortia.ofMine(application)))
                .extracting(MemberView::status)
                .containsExactly(MemberStatus.CONFIRMED);
        assertThat(startup.get(() -> applications.readiness(application)).isComplete())
                .isTrue();
        ActAs firm = people.aStartup();
        startup.run(() -> consortia.invite(
                application, firm.organization().registrationNumber().digits()));
        refused(
                "forms.rule.member.declare",
                () -> firm.run(() -> consortia.answer(
                        application, MemberStatus.CONFIRMED, new Declaration(Map.of(Fact.TAX_ARREARS, "NO")))));
    }

    private UUID begun(EligibilityRule... rules) {
        List<EligibilityRule> all = new ArrayList<>(List.of(new VerifiedRule()));
        all.addAll(Arrays.asList(rules));
        UUID call = administrator.get(() -> {
            UUID id = calls.draft(
                    new CallContent("공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1_000_000_000L, 20, 1));
            builder.eligibility(id, new Eligibility(all));
            calls.open(id);
            return id;
        });
        UUID introduction = journey.introduced(startup, hospital).value();
        return startup.get(() ->
                applications.draft(call, introduction, new ApplicationText("한 문장 요약", "One sentence", "이익", "계획")));
    }

    private void keep(UUID application) {
        startup.run(() -> applications.save(
                application,
                new ApplicationDraft("", applications.mine(application).draft().answers(), FINE),
                new DraftState(applications.mine(application).edits(), "test")));
    }

    private static FiguresView ofSales(long won) {
        return new FiguresView(LocalDate.of(2025, 12, 31), SizeLimits.Industry.INFORMATION, won, won, false);
    }

    private DocumentId paper(ActAs owner, DocumentKind kind, @Nullable Integer daysLeft) {
        LocalDate end = daysLeft == null
                ? null
                : LocalDate.now(clock.withZone(ZoneId.of("Asia/Seoul"))).plusDays(daysLeft);
        return owner.get(() -> documents.add(
                new DocumentContent(kind, "증명서", "발급 기관", "", null, end),
                new MockMultipartFile("file", "a.txt", null, (kind + " " + end).getBytes(StandardCharsets.UTF_8))));
    }

    private List<CheckView> all(UUID application) {
        return administrator.get(() -> checks.show(application, Locale.KOREAN)).checks();
    }

    /** What is found of the startup, the worst first. */
    private CheckView check(UUID application, CheckKind kind) {
        return all(application).stream()
                .filter(check -> check.kind() == kind
                        && check.organization()
                                .equals(startup.organization().id().value()))
                .findFirst()
                .orElseThrow();
    }

    private UUID callOf(UUID application) {
        return startup.get(() -> applications.mine(application)).call().id();
    }

    private void decide(UUID application, CheckView check, CheckVerdict verdict, @Nullable FirmSize size) {
        administrator.run(() -> checks.decide(application, check.print(), verdict, size, "처분이 취소되었습니다"));
    }

    private List<HistoryLine> lines(UUID application, String action) {
        return history.of(List.of(application)).stream()
                .filter(line -> line.action().equals(action))
                .toList();
    }

    private ResultActions importing(String path, String csv) throws Exception {
        return mvc.perform(multipart(path)
                .file(new MockMultipartFile("file", "list.csv", null, csv.getBytes(StandardCharsets.UTF_8)))
                .with(administrator.signedIn())
                .with(csrf()));
    }

    private void assertReadable(ActAs person, String... pages) throws Exception {
        for (String page : pages) {
            for (String language : List.of("ko", "en")) {
                mvc.perform(get(page).param("lang", language).with(person.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
    }

    private static void refused(String rule, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProgramRuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(rule));
    }
}
