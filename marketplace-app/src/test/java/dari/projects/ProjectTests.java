package dari.projects;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.CallRules;
import dari.admin.panel.VoteChoice;
import dari.agreements.AgreementStatus;
import dari.agreements.AgreementView;
import dari.agreements.Agreements;
import dari.billing.Billing;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class ProjectTests {

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    Projects projects;

    @Autowired
    Agreements agreements;

    @Autowired
    Billing billing;

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
        project = journey.project(startup, hospital, anOffer("당뇨병 코호트", healthTerms()));
        await().until(() -> startup.get(() -> agreements.of(project.id())).isPresent()
                && startup.get(() -> billing.of(project.id())).isPresent());
    }

    @Test
    void accessOpensOnlyWhenEveryConditionHoldsAndClosesWhenOneLapses() {
        assertThat(open()).containsExactly("stopped", "training", "duties"); // none has run out
        hospital.run(() ->
                projects.recordApproval(project.id(), Approval.APPROVED, "IRB-2026-11", LocalDate.of(2099, 1, 1)));
        sign(startup);
        sign(hospital);
        assertThat(open()).containsExactly("stopped", "approval", "training", "agreement", "duties");
        ActAs office = people.anAdministrator();
        assertThatThrownBy(() -> office.run(() -> billing.confirmTransfer(project.id(), 1, "T-1")))
                .isInstanceOf(RuleBrokenException.class);
        office.run(() -> billing.confirmTransfer(project.id(), 1_500_000, "T-1"));
        assertThat(gate.isOpen(projects.facts(project.id()))).isTrue();

        hospital.run(() ->
                projects.recordApproval(project.id(), Approval.APPROVED, "IRB-2026-11", LocalDate.of(2020, 1, 1)));
        assertThat(gate.isOpen(projects.facts(project.id()))).isFalse();
    }

    @Test
    void theAgreementIsEffectiveWithBothNamesAndItsTextNeverChanges() {
        AgreementView drafted = agreement();
        assertThat(drafted.textKo()).contains("보건의료 연구", "생성형 모델을 학습할 수 없습니다", "윤리심의 승인을 받은 뒤에");
        assertThat(drafted.textEn()).contains(project.number(), "health research", "Training models is permitted");
        assertThatThrownBy(() -> startup.run(() -> agreements.sign(project.id(), "김하나", "0".repeat(64))))
                .isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> sign(hospital)).isInstanceOf(RuleBrokenException.class); // not its turn yet
        sign(startup);
        assertThat(agreement().status()).isEqualTo(AgreementStatus.SIGNED_STARTUP);
        assertThatThrownBy(() -> sign(startup)).isInstanceOf(RuleBrokenException.class);
        sign(hospital);
        assertThat(agreement().status()).isEqualTo(AgreementStatus.EFFECTIVE);
        assertThat(agreement().hash()).isEqualTo(drafted.hash());
    }

    @Test
    void whereTheCallSaysSoTheProgramSignsAsTheThirdInTheOrder() throws Exception {
        ActAs office = people.anAdministrator();
        CallRules plain = CallRules.PLAIN;
        UUID call = journey.call(
                office, new CallRules(plain.scoring(), plain.reserve(), plain.presentation(), plain.places(), true));
        ActAs firm = people.aStartup();
        ActAs clinic = people.aHospital();
        journey.decided(office, journey.reviewed(office, call, firm, clinic, 4), VoteChoice.APPROVE);
        ProjectId joint = await().until(() -> firm.get(() -> projects.mine()), made -> !made.isEmpty())
                .get(0)
                .id();
        AgreementView text = await().until(() -> firm.get(() -> agreements.of(joint)), Optional::isPresent)
                .orElseThrow();
        assertThatThrownBy(() -> clinic.run(() -> agreements.sign(joint, "한지우", text.hash())))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("agreements.rule.order"));
        firm.run(() -> agreements.sign(joint, "김하나", text.hash()));
        assertThatThrownBy(() -> office.run(() -> agreements.sign(joint, "윤서진", text.hash())))
                .isInstanceOf(RuleBrokenException.class);
        clinic.run(() -> agreements.sign(joint, "한지우", text.hash()));
        AgreementView both = firm.get(() -> agreements.of(joint)).orElseThrow();
        assertThat(both.status()).isEqualTo(AgreementStatus.SIGNED_BOTH);
        assertThat(agreements.effectiveUntil(List.of(joint), LocalDate.of(2026, 1, 1)))
                .isEmpty();
        mvc.perform(get("/agreements/" + joint.value()).with(office.signedIn()))
                .andExpect(content().string(containsString("name=\"hash\"")));
        office.run(() -> agreements.sign(joint, "윤서진", text.hash()));
        assertThat(firm.get(() -> agreements.of(joint))
                        .orElseThrow()
                        .parties()
                        .get(2)
                        .signature())
                .isEqualTo("윤서진");
        assertThat(agreements.effectiveUntil(List.of(joint), LocalDate.of(2026, 1, 1)))
                .containsKey(joint);
        mvc.perform(get("/projects/" + joint.value()).with(office.signedIn()))
                .andExpect(content().string(containsString("윤서진")));
        // An agreement of two is none of the program's.
        assertThatThrownBy(() -> office.run(
                        () -> agreements.sign(project.id(), "윤서진", agreement().hash())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlySignatoriesSignOnlyTheBoardOrOfficeRecordsApprovalsAndOthersSeeNothing() throws Exception {
        ActAs steward = people.colleagueOf(hospital, Role.HOSPITAL_STEWARD);
        assertThatThrownBy(() -> sign(steward)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> steward.run(() -> projects.recordApproval(project.id(), Approval.EXEMPT, "x", null)))
                .isInstanceOf(AccessDeniedException.class);
        ActAs stranger = people.aStartup();
        assertThatThrownBy(() -> stranger.run(() -> projects.show(project.id())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sign(stranger)).isInstanceOf(NotFoundException.class);
        for (String path : List.of("/projects/", "/agreements/")) {
            mvc.perform(get(path + project.id().value()).with(stranger.signedIn()))
                    .andExpect(status().isNotFound());
        }
        assertThatThrownBy(() -> startup.run(() -> billing.confirmTransfer(project.id(), 1_500_000, "T")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void everyPageReadsInBothLanguagesAndFormsSayWhatIsWrong() throws Exception {
        ActAs office = people.anAdministrator();
        for (String language : List.of("ko", "en")) {
            for (ActAs reader : List.of(startup, hospital)) {
                for (String path : List.of(
                        "/projects",
                        "/projects/" + project.id().value(),
                        "/agreements/" + project.id().value(),
                        "/home")) {
                    mvc.perform(get(path).param("lang", language).with(reader.signedIn()))
                            .andExpect(status().isOk())
                            .andExpect(content().string(not(containsString("??"))));
                }
            }
            for (String path : List.of(
                    "/program/payments", "/program/payments/" + project.id().value())) {
                mvc.perform(get(path).param("lang", language).with(office.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
        mvc.perform(post("/program/payments/{id}", project.id().value())
                        .with(office.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("won", "1000")
                        .param("reference", "T-7"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("differs from the invoice of 1,500,000 won")))
                .andExpect(content().string(containsString("value=\"1000\"")));
        mvc.perform(post("/agreements/{id}", project.id().value())
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("name", "")
                        .param("hash", agreement().hash()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("이름을 적어 주세요")));
    }

    private List<String> open() {
        return gate.check(projects.facts(project.id())).stream()
                .filter(ConditionState::holds)
                .map(ConditionState::code)
                .toList();
    }

    private AgreementView agreement() {
        return startup.get(() -> agreements.of(project.id())).orElseThrow();
    }

    private void sign(ActAs person) {
        person.run(() -> agreements.sign(project.id(), "이름", agreement().hash()));
    }
}
