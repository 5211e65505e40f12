package dari.programdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.ApplicationStatus;
import dari.admin.Applications;
import dari.admin.CallRules;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.panel.AppealStatus;
import dari.admin.panel.AppealView;
import dari.admin.panel.Appeals;
import dari.admin.panel.HospitalOutcome;
import dari.admin.panel.PanelPerson;
import dari.admin.panel.Panels;
import dari.admin.panel.VoteChoice;
import dari.hospitaldecisions.HospitalDecisions;
import dari.kernel.IdBytes;
import dari.projects.Projects;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Appeals are answered by people who took no part in the decision. */
@DariTest
class AppealTests {

    @Autowired
    Appeals appeals;

    @Autowired
    Panels panels;

    @Autowired
    Applications applications;

    @Autowired
    Projects projects;

    @Autowired
    HospitalDecisions hospitalDecisions;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;
    private ActAs startup;
    private ActAs hospital;
    private ActAs first;
    private ActAs second;
    private UUID application;

    @BeforeEach
    void aRejectedApplication() {
        administrator = people.anAdministrator();
        startup = people.aStartup();
        UUID call = journey.call(administrator, CallRules.PLAIN);
        hospital = people.aHospital();
        application = journey.reviewed(administrator, call, startup, hospital, 2);
        journey.decided(administrator, application, VoteChoice.REJECT);
        first = people.aReviewer();
        second = people.aReviewer();
    }

    @Test
    void theMajorityOfNewPeopleChangesTheDecision() throws Exception {
        await().until(() -> hospitalSaid() == HospitalOutcome.CANCELLED);
        UUID appeal = appealed();
        assertThat(state()).isEqualTo(ApplicationStatus.APPEALED);
        ActAs stranger = people.aReviewer();
        assertThatThrownBy(() -> stranger.run(() -> appeals.askedAbout(appeal)))
                .isInstanceOf(ProgramNotFoundException.class);
        for (String language : List.of("ko", "en")) {
            readable("/panel/appeals/" + appeal, language, first);
            readable("/program/applications/" + application + "/panel", language, administrator);
            readable("/startup/applications/" + application + "/decision", language, startup);
            readable("/home", language, first);
        }
        mvc.perform(post("/panel/appeals/{id}", appeal)
                        .with(first.signedIn())
                        .with(csrf())
                        .param("reason", "x"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("하나를 골라 주세요")));
        first.run(() -> appeals.answer(appeal, false, "점수를 잘못 더했습니다"));
        assertThat(Objects.requireNonNull(administrator.get(() -> appeals.show(application)))
                        .handlers())
                .allMatch(handler -> handler.uphold() == null);
        assertThat(state()).isEqualTo(ApplicationStatus.APPEALED);
        refused("panel.refused.appealOver", () -> first.run(() -> appeals.answer(appeal, true, "다시")));
        second.run(() -> appeals.answer(appeal, false, "근거가 맞습니다"));

        assertThat(state()).isEqualTo(ApplicationStatus.APPROVED);
        AppealView seen = Objects.requireNonNull(startup.get(() -> appeals.mine(application)));
        assertThat(seen.status()).isEqualTo(AppealStatus.CHANGED);
        assertThat(seen.reason()).isEqualTo("점수를 잘못 더했습니다\n근거가 맞습니다");
        await().until(() -> !startup.get(() -> projects.mine()).isEmpty());
        await().until(() -> hospitalSaid() == HospitalOutcome.PENDING);
    }

    private HospitalOutcome hospitalSaid() {
        return hospital.get(() -> hospitalDecisions.mine(0)).getContent().get(0).outcome();
    }

    @Test
    void inATieTheDecisionStandsAndCannotBeAppealedAgain() {
        UUID appeal = appealed();
        first.run(() -> appeals.answer(appeal, false, "바꾸어야 합니다"));
        second.run(() -> appeals.answer(appeal, true, "결정이 맞습니다"));
        assertThat(state()).isEqualTo(ApplicationStatus.REJECTED);
        refused("panel.refused.appeal", () -> startup.run(() -> appeals.raise(application, "다시 봐 주세요")));
    }

    @Test
    void whoVotedOrReviewedIsNeverAsked() {
        startup.run(() -> appeals.raise(application, "점수를 다시 봐 주세요"));
        Set<UUID> voted =
                Set.copyOf(Objects.requireNonNull(administrator.get(() -> panels.present(application))).seats().stream()
                        .map(seat -> seat.person())
                        .toList());
        assertThat(voted).hasSize(2);
        assertThat(administrator.get(() -> appeals.candidates(application)))
                .extracting(PanelPerson::person)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(voted);
        refused("panel.refused.handlers", () -> administrator.run(() -> appeals.appoint(application, voted)));
        refused(
                "panel.refused.handlers",
                () -> administrator.run(() -> appeals.appoint(application, Set.of(id(first)))));
    }

    @Test
    void afterTheDaysOfTheCallNobodyAppeals() {
        assertThat(startup.get(() -> appeals.until(application))).isNotNull();
        database.update(
                "UPDATE application SET decided_at = '2026-01-01 00:00:00' WHERE id = ?", IdBytes.of(application));
        assertThat(startup.get(() -> appeals.until(application))).isNull();
        refused("panel.refused.appeal", () -> startup.run(() -> appeals.raise(application, "늦었지만")));
    }

    private UUID appealed() {
        startup.run(() -> appeals.raise(application, "점수를 다시 봐 주세요"));
        administrator.run(() -> appeals.appoint(application, Set.of(id(first), id(second))));
        return first.get(() -> appeals.asked()).get(0).id();
    }

    private ApplicationStatus state() {
        return startup.get(() -> applications.mine(application)).status();
    }

    private static UUID id(ActAs person) {
        return person.actor().user().value();
    }

    private void readable(String path, String language, ActAs reader) throws Exception {
        mvc.perform(get(path).param("lang", language).with(reader.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    private static void refused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProgramRuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(rule));
    }
}
