package dari.programdesk;

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
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.ApplicationPartner;
import dari.admin.ApplicationStatus;
import dari.admin.ApplicationText;
import dari.admin.Applications;
import dari.admin.CallContent;
import dari.admin.Calls;
import dari.admin.DecisionDesk;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ReviewView;
import dari.admin.Reviews;
import dari.admin.VerificationDesk;
import dari.admin.VerificationView;
import dari.admin.panel.Panels;
import dari.admin.panel.VoteChoice;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.organizations.Organizations;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.Marketplace;
import dari.support.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class ProgramTests {

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
    MockMvc mvc;

    private ActAs administrator;
    private ActAs startup;
    private ActAs hospital;
    private List<ActAs> panel;
    private UUID call;

    @BeforeEach
    void aCallAndTwoPartners() {
        administrator = people.anAdministrator();
        panel = List.of(people.aReviewer(), people.aReviewer());
        startup = people.aStartup();
        hospital = people.aHospital();
        OfferId offer = marketplace.published(hospital, anOffer("당뇨병 코호트", healthTerms()));
        NeedId need = marketplace.published(startup, aNeed("재입원 예측"));
        IntroductionId introduction = startup.get(() -> introductions.declare(offer, need));
        hospital.run(() -> introductions.accept(introduction));
        call = administrator.get(() -> {
            UUID id = calls.draft(
                    new CallContent("공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1_000_000_000L, 20, 2));
            calls.open(id);
            return id;
        });
    }

    @Test
    void aRegisteredOrganisationIsVerifiedWithAReason() throws Exception {
        ActAs fresh = people.unverified(Face.HOSPITAL, Set.of(Role.HOSPITAL_OFFICE));
        VerificationView waiting = await().until(
                        () -> administrator.get(() -> verifications.list(0, 50)).stream()
                                .filter(c -> c.organization()
                                        .equals(fresh.organization().id().value()))
                                .findFirst()
                                .orElse(null),
                        c -> c != null);
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/program/verifications/{id}", waiting.id())
                            .param("lang", language)
                            .with(administrator.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(containsString(fresh.organization().name(Locale.forLanguageTag(language)))))
                    .andExpect(
                            content().string(containsString(fresh.organization().name())))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(post("/program/verifications/{id}", waiting.id())
                        .with(administrator.signedIn())
                        .with(csrf())
                        .param("decision", "approve")
                        .param("reason", ""))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("까닭을 적어 주세요")));
        administrator.run(() -> verifications.decide(waiting.id(), true, "서류와 같습니다"));
        await().until(() -> organizations.facts(fresh.organization().id()).isVerified());
        assertThatThrownBy(() -> administrator.run(() -> verifications.decide(waiting.id(), false, "다시")))
                .isInstanceOf(ProgramRuleBrokenException.class);
    }

    @Test
    void anApplicationGoesThroughReviewToADecision() {
        UUID application = submitted();
        administrator.run(() -> reviews.assign(application));
        assertThatThrownBy(() -> journey.decided(administrator, application, VoteChoice.APPROVE))
                .isInstanceOfSatisfying(
                        ProgramRuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("admin.rule.decision.tooEarly"));

        List<ReviewView> asked =
                administrator.get(() -> decisions.show(application)).reviews();
        assertThat(asked).hasSize(2).allMatch(review -> review.application() == null);
        asked.forEach(review -> journey.reviewer(review.id()).run(() -> {
            reviews.declare(review.id(), false);
            assertThat(reviews.mine(review.id()).application()).isNotNull();
            reviews.submit(review.id(), SCORES, "잘 준비했습니다");
        }));
        journey.decided(administrator, application, VoteChoice.APPROVE_WITH_CONDITIONS);

        assertThat(startup.get(() -> applications.mine(application)).status())
                .isEqualTo(ApplicationStatus.APPROVED_WITH_CONDITIONS);
        assertThat(administrator.get(() -> decisions.show(application)).mean()).isEqualTo(82.5);
        assertThatThrownBy(() -> administrator.run(() -> panels.open(application)))
                .isInstanceOf(ProgramRuleBrokenException.class);
    }

    @Test
    void aReviewerBoundToASideIsNeverAskedAndADeclaredConflictIsReplaced() {
        panel.forEach(reviewer -> assertThat(reviewer.actor().roles()).contains(Role.PROGRAM_REVIEWER));
        UUID application = submitted();
        administrator.run(() -> reviews.assign(application));
        UUID first = administrator
                .get(() -> decisions.show(application))
                .reviews()
                .get(0)
                .id();
        journey.reviewer(first).run(() -> reviews.declare(first, true));
        people.aReviewer();
        administrator.run(() -> reviews.assign(application));
        List<ReviewView> all =
                administrator.get(() -> decisions.show(application)).reviews();
        assertThat(all).hasSize(3);
        assertThat(all.stream().filter(review -> review.status().equals("CONFLICTED")))
                .hasSize(1);
    }

    @Test
    void othersDoNotSeeOrDecide() throws Exception {
        UUID application = submitted();
        assertThatThrownBy(() -> people.aStartup().run(() -> applications.mine(application)))
                .isInstanceOf(ProgramNotFoundException.class);
        assertThatThrownBy(() -> startup.run(() -> panels.open(application))).isInstanceOf(AccessDeniedException.class);
        administrator.run(() -> reviews.assign(application));
        UUID review = administrator
                .get(() -> decisions.show(application))
                .reviews()
                .get(0)
                .id();
        ActAs stranger = people.aReviewer();
        assertThatThrownBy(() -> stranger.run(() -> reviews.declare(review, false)))
                .isInstanceOf(ProgramNotFoundException.class);
        mvc.perform(get("/startup/applications/{id}", application)
                        .with(people.aStartup().signedIn()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/program/applications/{id}", application).with(startup.signedIn()))
                .andExpect(status().isForbidden());
    }

    @Test
    void anOpenCallIsFrozenAndAClosedOneTakesNothing() {
        assertThatThrownBy(() -> administrator.run(() -> calls.change(
                        call, new CallContent("다른", "Other", "x", "x", LocalDate.of(2099, 1, 1), 1, 0, 1))))
                .isInstanceOf(ProgramRuleBrokenException.class);
        administrator.run(() -> calls.close(call));
        assertThatThrownBy(this::submitted).isInstanceOf(ProgramRuleBrokenException.class);
    }

    @Test
    void everyPageReadsInBothLanguages() throws Exception {
        UUID application = submitted();
        administrator.run(() -> reviews.assign(application));
        ReviewView review =
                administrator.get(() -> decisions.show(application)).reviews().get(0);
        ActAs reviewer = journey.reviewer(review.id());
        reviewer.run(() -> reviews.declare(review.id(), false));
        for (String language : List.of("ko", "en")) {
            for (String path : List.of(
                    "/program/verifications",
                    "/program/calls",
                    "/program/calls/new",
                    "/program/calls/" + call,
                    "/program/applications/" + application,
                    "/home")) {
                readable(path, language, administrator);
            }
            for (String path : List.of(
                    "/startup/applications",
                    "/startup/applications/new?call=" + call,
                    "/startup/applications/" + application,
                    "/calls",
                    "/calls/" + call)) {
                readable(path, language, startup);
            }
            for (String path : List.of("/reviews", "/reviews/" + review.id(), "/home")) {
                readable(path, language, reviewer);
            }
        }
        mvc.perform(post("/reviews/{id}", review.id())
                        .with(reviewer.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("score.need", "5")
                        .param("comment", "good"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Choose a score.")))
                .andExpect(content().string(containsString(">good</textarea>")));
        mvc.perform(post("/program/calls/{id}/close", call)
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl("/program/calls/" + call));
    }

    private void readable(String path, String language, ActAs reader) throws Exception {
        mvc.perform(get(path).param("lang", language).with(reader.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    private UUID submitted() {
        return startup.get(() -> {
            UUID id = applications.draft(
                    call, partner().introduction(), new ApplicationText("한 문장", "One sentence", "이익", "계획"));
            assertThat(applications.submit(id)).hasSize(64);
            return id;
        });
    }

    private ApplicationPartner partner() {
        return startup.get(() -> applications.partners()).get(0);
    }
}
