package dari.hospitaldecisions;

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

import dari.admin.ApplicationText;
import dari.admin.Applications;
import dari.admin.CallRules;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.panel.CastVote;
import dari.admin.panel.HospitalDatasets;
import dari.admin.panel.HospitalOutcome;
import dari.admin.panel.HospitalOutcomes;
import dari.admin.panel.PanelAppointments;
import dari.admin.panel.PanelTerms;
import dari.admin.panel.PanelVotes;
import dari.admin.panel.Panels;
import dari.admin.panel.RollUp;
import dari.admin.panel.VoteChoice;
import dari.introductions.IntroductionId;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.offers.Offers;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** Each hospital answers for its own dataset; the desk hears of it and rolls the answers up. */
@DariTest
class HospitalDecisionTests {

    @Autowired
    HospitalDecisions decisions;

    @Autowired
    HospitalOutcomes outcomes;

    @Autowired
    HospitalDatasets datasets;

    @Autowired
    PanelAppointments appointments;

    @Autowired
    Panels panels;

    @Autowired
    PanelVotes votes;

    @Autowired
    Applications applications;

    @Autowired
    Offers offers;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;
    private ActAs startup;
    private ActAs hospital;
    private ActAs other;
    private List<ActAs> members;
    private UUID call;
    private UUID application;

    @BeforeEach
    void anApplicationToTwoHospitals() {
        administrator = people.anAdministrator();
        startup = people.aStartup();
        hospital = people.aHospital();
        other = people.aHospital();
        members = List.of(people.aReviewer(), people.aReviewer());
        call = journey.call(administrator, CallRules.PLAIN);
        IntroductionId first = journey.introduced(startup, hospital);
        IntroductionId second = journey.introduced(startup, other);
        application = startup.get(() ->
                applications.draft(call, first.value(), new ApplicationText("한 문장 요약", "One sentence", "이익", "계획")));
        startup.run(() -> {
            datasets.add(application, second.value());
            applications.submit(application);
        });
        journey.review(administrator, application, 5);
        List<UUID> persons =
                members.stream().map(member -> member.actor().user().value()).toList();
        administrator.run(
                () -> appointments.appoint(call, new PanelTerms(2, 7, 14), persons.get(0), Set.copyOf(persons)));
    }

    @Test
    void everyHospitalAnswersForItselfAndTheAnswersRollUp() throws Exception {
        administrator.run(() -> panels.open(application));
        UUID asked = asked(hospital);
        assertThat(rollUp()).isEqualTo(RollUp.PENDING);
        assertThatThrownBy(() -> other.run(() -> decisions.show(asked))).isInstanceOf(NotFoundException.class);
        ActAs steward = people.colleagueOf(hospital, Role.HOSPITAL_STEWARD);
        assertThatThrownBy(() -> steward.run(() -> decisions.decide(asked, HospitalOutcome.APPROVED, "x")))
                .isInstanceOf(AccessDeniedException.class);
        for (String language : List.of("ko", "en")) {
            readable("/hospital/decisions", language, hospital);
            readable("/hospital/decisions/" + asked, language, hospital);
            readable("/home", language, hospital);
        }
        calledInEnglish("/hospital/decisions/" + asked, hospital);
        calledInEnglish("/startup/applications/" + application + "/decision", startup);
        mvc.perform(post("/hospital/decisions/{id}", asked)
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("reason", "까닭만"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("하나를 골라 주세요")));
        hospital.run(() -> decisions.decide(asked, HospitalOutcome.APPROVED, "우리 자료에 맞습니다"));
        assertThatThrownBy(() -> hospital.run(() -> decisions.decide(asked, HospitalOutcome.DENIED, "다시")))
                .isInstanceOf(RuleBrokenException.class);
        other.run(() -> decisions.decide(asked(other), HospitalOutcome.DENIED, "지금은 어렵습니다"));
        await().until(() -> rollUp() == RollUp.MIXED);
    }

    @Test
    void withoutAnyWillingHospitalAnApprovalIsNotPublished() {
        UUID ballot = administrator.get(() -> panels.open(application));
        for (ActAs office : List.of(hospital, other)) {
            office.run(() -> decisions.decide(asked(office), HospitalOutcome.DENIED, "어렵습니다"));
        }
        await().until(() -> rollUp() == RollUp.DENIED);
        vote(ballot, VoteChoice.APPROVE);
        administrator.run(() -> panels.close(ballot, "회의록"));
        assertThatThrownBy(() -> administrator.run(() -> panels.publish(ballot, "선정")))
                .isInstanceOfSatisfying(
                        ProgramRuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("panel.refused.hospitals"));
    }

    @Test
    void aRuleAnswersInItsOwnersNameUntilItIsSwitchedOff() {
        UUID offer = hospital.get(() -> offers.mine()).get(0).id().value();
        hospital.run(() -> decisions.addRule(offer));
        assertThat(hospital.get(() -> decisions.rules())).hasSize(1);
        UUID off = other.get(() -> {
            decisions.addRule(offers.mine().get(0).id().value());
            return decisions.rules().get(0).id();
        });
        assertThatThrownBy(() -> hospital.run(() -> decisions.switchOff(off))).isInstanceOf(NotFoundException.class);
        other.run(() -> decisions.switchOff(off));

        administrator.run(() -> panels.open(application));
        DecisionLine answered = await().until(
                        () -> hospital.get(() -> decisions.mine(0)).getContent(), lines -> !lines.isEmpty())
                .get(0);
        assertThat(answered.outcome()).isEqualTo(HospitalOutcome.APPROVED);
        assertThat(answered.byRule()).isTrue();
        assertThat(answered.by()).isNotEmpty();
        asked(other);
        assertThat(other.get(() -> decisions.mine(0)).getContent().get(0).outcome())
                .isEqualTo(HospitalOutcome.PENDING);
    }

    @Test
    void whenTheProgramSaysNoNobodyHasToAnswerAnyMore() {
        UUID ballot = administrator.get(() -> panels.open(application));
        asked(hospital);
        vote(ballot, VoteChoice.REJECT);
        administrator.run(() -> {
            panels.close(ballot, "회의록");
            panels.publish(ballot, "이번에는 어렵습니다");
        });
        await().until(() -> rollUp() == RollUp.CANCELLED);
        assertThat(hospital.get(() -> decisions.mine(0)).getContent().get(0).outcome())
                .isEqualTo(HospitalOutcome.CANCELLED);
    }

    private UUID asked(ActAs office) {
        return await().until(() -> office.get(() -> decisions.mine(0)).getContent(), lines -> !lines.isEmpty())
                .get(0)
                .id();
    }

    private RollUp rollUp() {
        return administrator.get(() -> outcomes.show(application)).rollUp();
    }

    private void vote(UUID ballot, VoteChoice choice) {
        members.forEach(member -> member.run(() -> votes.vote(ballot, new CastVote(choice, "보았습니다", List.of()))));
    }

    /** The datasets by the names that their offers have in English. */
    private void calledInEnglish(String path, ActAs reader) throws Exception {
        mvc.perform(get(path).param("lang", "en").with(reader.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("(English)")));
    }

    private void readable(String path, String language, ActAs reader) throws Exception {
        mvc.perform(get(path).param("lang", language).with(reader.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }
}
