package dari.programdesk;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.ApplicationStatus;
import dari.admin.ApplicationText;
import dari.admin.Applications;
import dari.admin.CallContent;
import dari.admin.Calls;
import dari.admin.DecisionDesk;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ReviewView;
import dari.admin.Reviews;
import dari.admin.Screening;
import dari.admin.VerificationDesk;
import dari.admin.VerificationView;
import dari.admin.panel.PanelAppointments;
import dari.admin.panel.PanelTerms;
import dari.admin.panel.Panels;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.IdBytes;
import dari.kernel.Ids;
import dari.kernel.Role;
import dari.kernel.UserId;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.organizations.Organizations;
import dari.organizations.Verification;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.Marketplace;
import dari.support.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** What the desk refuses: judging one's own, judging too late, and forms that say what cannot be. */
@DariTest
class DeskRulesTests {

    private static final Map<String, Integer> SCORES = Map.of("need", 5, "plan", 4, "team", 3, "benefit", 5);

    @Autowired
    VerificationDesk verifications;

    @Autowired
    Calls calls;

    @Autowired
    Applications applications;

    @Autowired
    Reviews reviews;

    @Autowired
    DecisionDesk decisions;

    @Autowired
    PanelAppointments appointments;

    @Autowired
    Screening screening;

    @Autowired
    Panels panels;

    @Autowired
    Introductions introductions;

    @Autowired
    Organizations organizations;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    Ids ids;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;
    private ActAs startup;
    private ActAs hospital;
    private UUID call;
    private UUID introduction;

    @BeforeEach
    void aCallAndTwoPartners() {
        administrator = people.anAdministrator();
        people.aReviewer();
        people.aReviewer();
        startup = people.aStartup();
        hospital = people.aHospital();
        OfferId offer = marketplace.published(hospital, anOffer("당뇨병 코호트", healthTerms()));
        NeedId need = marketplace.published(startup, aNeed("재입원 예측"));
        IntroductionId declared = startup.get(() -> introductions.declare(offer, need));
        hospital.run(() -> introductions.accept(declared));
        introduction = declared.value();
        call = administrator.get(() -> {
            UUID id = calls.draft(
                    new CallContent("공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1_000_000_000L, 20, 2));
            calls.open(id);
            return id;
        });
    }

    @Test
    void nobodyVerifiesTheirOwnOrganisation() {
        ActAs fresh = people.unverified(Face.STARTUP, Set.of(Role.STARTUP_OWNER));
        VerificationView waiting = await().until(
                        () -> administrator.get(() -> verifications.list(0, 50)).stream()
                                .filter(c -> c.organization()
                                        .equals(fresh.organization().id().value()))
                                .findFirst()
                                .orElse(null),
                        c -> c != null);
        ActAs both = alsoAdministrator(fresh.actor().user());

        refused("admin.rule.decision.conflict", () -> both.run(() -> verifications.decide(waiting.id(), true, "우리")));

        assertThat(administrator.get(() -> verifications.show(waiting.id())).status())
                .isEqualTo("OPEN");
    }

    @Test
    void whoBelongsToASideNeitherAsksReviewersNorReturnsNorConductsTheVote() {
        UUID application = submitted();
        for (ActAs side : List.of(startup, hospital)) {
            ActAs both = alsoAdministrator(side.actor().user());
            refused("admin.rule.decision.conflict", () -> both.run(() -> reviews.assign(application)));
            refused(
                    "admin.rule.decision.conflict",
                    () -> both.run(() ->
                            screening.returnForChanges(application, "고쳐 주세요", Map.of(), LocalDate.of(2099, 1, 1))));
        }
        reviewed(application);
        appointed();
        ActAs both = alsoAdministrator(hospital.actor().user());
        refused("admin.rule.decision.conflict", () -> both.run(() -> panels.open(application)));
        assertThat(startup.get(() -> applications.mine(application)).status()).isEqualTo(ApplicationStatus.IN_REVIEW);
    }

    @Test
    void whoReviewedAnApplicationDoesNotConductItsVote() {
        UUID application = submitted();
        List<ActAs> panel = reviewed(application);
        appointed();
        ActAs both = alsoAdministrator(panel.get(0).actor().user());

        refused("admin.rule.decision.reviewer", () -> both.run(() -> panels.open(application)));

        administrator.run(() -> panels.open(application));
    }

    @Test
    void aReviewerWhoBelongsToASideIsNeverAsked() {
        ActAs insider = people.aReviewer();
        database.update(
                "INSERT INTO membership (id, version, organization, account, roles, since)"
                        + " VALUES (?, 0, ?, ?, 'HOSPITAL_OFFICE', '2026-01-01 00:00:00')",
                IdBytes.of(ids.next()),
                IdBytes.of(hospital.organization().id().value()),
                IdBytes.of(insider.actor().user().value()));
        UUID generous = administrator.get(() -> {
            UUID id = calls.draft(
                    new CallContent("공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1L, 20, everyReviewer()));
            calls.open(id);
            return id;
        });
        UUID application = submitted(generous);

        refused("admin.rule.review.tooFew", () -> administrator.run(() -> reviews.assign(application)));

        assertThat(insider.get(() -> reviews.mine(0))).isEmpty();
    }

    @Test
    void aReviewComesOnlyWhileItsApplicationIsReviewed() {
        UUID application = submitted();
        administrator.run(() -> reviews.assign(application));
        ReviewView first = reviewsOf(application).get(0);
        ReviewView second = reviewsOf(application).get(1);
        ActAs accepted = journey.reviewer(first.id());
        accepted.run(() -> reviews.declare(first.id(), false));
        startup.run(() -> applications.withdraw(application));

        refused("admin.rule.review.over", () -> accepted.run(() -> reviews.submit(first.id(), SCORES, "늦었습니다")));
        refused(
                "admin.rule.review.over",
                () -> journey.reviewer(second.id()).run(() -> reviews.declare(second.id(), false)));

        assertThat(reviews.waitingFor(accepted.actor().user().value(), 50))
                .noneMatch(review -> review.id().equals(first.id()));
    }

    @Test
    void scoresOutsideTheRubricAreRefused() {
        UUID application = submitted();
        administrator.run(() -> reviews.assign(application));
        ReviewView review = reviewsOf(application).get(0);
        ActAs reviewer = journey.reviewer(review.id());
        reviewer.run(() -> reviews.declare(review.id(), false));
        for (Map<String, Integer> bad : List.of(
                Map.of("need", 5),
                Map.of("need", 6, "plan", 4, "team", 3, "benefit", 5),
                Map.of("need", 0, "plan", 4, "team", 3, "benefit", 5),
                Map.of("need", 5, "plan", 4, "team", 3, "benefit", 5, "other", 5))) {
            assertThatThrownBy(() -> reviewer.run(() -> reviews.submit(review.id(), bad, "점수")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aDayThatDoesNotExistIsSaidAtItsField() throws Exception {
        for (String language : List.of("ko", "en")) {
            mvc.perform(post("/program/calls/new")
                            .with(administrator.signedIn())
                            .with(csrf())
                            .param("lang", language)
                            .param("titleKo", "공모")
                            .param("titleEn", "Call")
                            .param("summaryKo", "설명")
                            .param("summaryEn", "About")
                            .param("deadline", "2027-02-30")
                            .param("budgetWon", "1000")
                            .param("ownSharePercent", "20")
                            .param("leastReviews", "2"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("id=\"deadline-error\"")))
                    .andExpect(content().string(containsString("value=\"2027-02-30\"")));
        }
    }

    @Test
    void aPartnerThatIsNoneIsSaidAtItsField() throws Exception {
        for (String typed : List.of("", "-", "1 OR 1=1")) {
            mvc.perform(post("/startup/applications/new")
                            .with(startup.signedIn())
                            .with(csrf())
                            .param("lang", "en")
                            .param("call", call.toString())
                            .param("introduction", typed)
                            .param("summaryKo", "요약")
                            .param("summaryEn", "One sentence")
                            .param("benefit", "b")
                            .param("plan", "p"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Choose the partner hospital")));
        }
    }

    @Test
    void whoMayNotSubmitYetKeepsTheDraftAndReadsWhy() throws Exception {
        organizations.verificationDecided(startup.organization().id(), Verification.REFUSED);
        UUID draft = startup.get(() -> applications.begin(call, introduction));
        mvc.perform(post("/startup/applications/{id}", draft)
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("q.summaryKo", "요약")
                        .param("q.summaryEn", "One sentence")
                        .param("q.benefit", "b")
                        .param("q.plan", "p")
                        .param("edits", "0")
                        .param("window", "w")
                        .param("action", "submit"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Not verified yet:")))
                .andExpect(content().string(containsString(">One sentence</textarea>")));
        refused("admin.rule.application.unverified", () -> startup.run(() -> applications.submit(draft)));
        assertThat(startup.get(() -> applications.mine(draft)).text().summaryEn())
                .isEqualTo("One sentence");
    }

    private void appointed() {
        List<UUID> persons = List.of(
                people.aReviewer().actor().user().value(),
                people.aReviewer().actor().user().value());
        administrator.run(
                () -> appointments.appoint(call, new PanelTerms(2, 7, 14), persons.get(0), Set.copyOf(persons)));
    }

    private static void refused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProgramRuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(rule));
    }

    private UUID submitted() {
        return submitted(call);
    }

    private UUID submitted(UUID to) {
        return startup.get(() -> {
            UUID id = applications.draft(to, introduction, new ApplicationText("한 문장", "One sentence", "이익", "계획"));
            applications.submit(id);
            return id;
        });
    }

    private List<ActAs> reviewed(UUID application) {
        administrator.run(() -> reviews.assign(application));
        return reviewsOf(application).stream()
                .map(review -> {
                    ActAs reviewer = journey.reviewer(review.id());
                    reviewer.run(() -> {
                        reviews.declare(review.id(), false);
                        reviews.submit(review.id(), SCORES, "잘 준비했습니다");
                    });
                    return reviewer;
                })
                .toList();
    }

    private List<ReviewView> reviewsOf(UUID application) {
        return administrator.get(() -> decisions.show(application)).reviews();
    }

    /** The same person, at work in the program's office. */
    private ActAs alsoAdministrator(UserId person) {
        return new ActAs(
                new Actor(person, administrator.organization().id(), Face.PROGRAM, Set.of(Role.PROGRAM_ADMINISTRATOR)),
                administrator.organization(),
                "");
    }

    private int everyReviewer() {
        return (int) organizations.members(Face.PROGRAM).stream()
                .filter(member -> member.roles().contains(Role.PROGRAM_REVIEWER))
                .count();
    }
}
