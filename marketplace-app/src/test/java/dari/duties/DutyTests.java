package dari.duties;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.CallRules;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.panel.VoteChoice;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.matching.permission.Term;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class DutyTests {

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    ProjectDuties duties;

    @Autowired
    DutyCondition condition;

    @Autowired
    Projects projects;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId seoul;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs office;
    private ProjectView project;
    private LocalDate today;

    @BeforeEach
    void aProjectThatOwes() {
        startup = people.aStartup();
        office = people.aHospital();
        project = journey.project(
                startup,
                office,
                anOffer(
                        "당뇨병 코호트",
                        healthTerms().with(Term.PUBLICATION_RESULTS, true).with(Term.COLLABORATOR_REQUIRED, true)));
        await().until(() -> !all().isEmpty());
        today = LocalDate.now(clock.withZone(seoul));
    }

    @Test
    void modifiersBecomeDutiesWhoseDaysFollowFromAccess() throws Exception {
        assertThat(all())
                .extracting(DutyView::kind)
                .containsExactlyInAnyOrder(
                        DutyKind.COLLABORATION,
                        DutyKind.PUBLICATION,
                        DutyKind.PROGRESS_REPORT,
                        DutyKind.DESTRUCTION_PROOF);
        assertThat(all()).allMatch(duty -> duty.due() == null && !duty.overdue());
        projects.goLive(project.id());
        assertThat(of(DutyKind.PROGRESS_REPORT).due()).isEqualTo(today.plusDays(90)); // half of 180
        assertThat(of(DutyKind.PUBLICATION).due()).isEqualTo(today.plusDays(180 + 365));
        assertThat(of(DutyKind.DESTRUCTION_PROOF).due()).isEqualTo(today.plusDays(180 + 14));
        assertThat(open(today.plusDays(14))).isTrue();
        assertThat(open(today.plusDays(15))).isFalse(); // the collaborator was not named
        for (ActAs reader : List.of(startup, office)) {
            for (String language : List.of("ko", "en")) {
                for (String page : List.of("", "/duties")) {
                    mvc.perform(get("/projects/{id}" + page, project.id().value())
                                    .param("lang", language)
                                    .with(reader.signedIn()))
                            .andExpect(status().isOk())
                            .andExpect(content().string(not(containsString("??"))));
                }
            }
        }
    }

    @Test
    void anOverdueConditionStopsAccessUntilEvidenceIsGivenOrItIsWaived() {
        UUID id = office.get(() -> duties.add(project.id(), "분기마다 보고합니다", today.plusDays(5), true));
        assertThat(open(today.plusDays(5))).isTrue();
        assertThat(open(today.plusDays(6))).isFalse();
        assertThatThrownBy(() -> startup.run(() -> duties.waive(id, "바쁩니다"))).isInstanceOf(AccessDeniedException.class);
        startup.run(() -> duties.give(id, "1분기 보고서를 보냈습니다"));
        assertThat(open(today.plusDays(6))).isTrue(); // the hospital has not judged it yet
        office.run(() -> duties.judge(id, false, "표가 빠졌습니다"));
        assertThat(open(today.plusDays(6))).isFalse();
        startup.run(() -> duties.give(id, "표를 넣었습니다"));
        office.run(() -> duties.judge(id, true, "확인했습니다"));
        assertThat(open(today.plusDays(6))).isTrue();
        assertThatThrownBy(() -> office.run(() -> duties.waive(id, "이미"))).isInstanceOf(RuleBrokenException.class);

        UUID other = office.get(() -> duties.add(project.id(), "발표 전에 알립니다", today.plusDays(5), true));
        office.run(() -> duties.waive(other, "발표하지 않기로 했습니다"));
        assertThat(open(today.plusDays(6))).isTrue();
        assertThatThrownBy(() -> people.aStartup().run(() -> duties.give(other, "남의 것")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void thePanelsConditionsAreDutiesOfTheProject() {
        ActAs administrator = people.anAdministrator();
        ActAs applicant = people.aStartup();
        UUID call = journey.call(administrator, CallRules.PLAIN);
        UUID application = journey.reviewed(administrator, call, applicant, office, 4);
        journey.decided(administrator, application, VoteChoice.APPROVE_WITH_CONDITIONS);
        ProjectView made = await().until(() -> applicant.get(() -> projects.mine()), found -> !found.isEmpty())
                .get(0);
        await().until(() -> !applicant.get(() -> duties.of(made.id())).isEmpty());
        assertThat(applicant.get(() -> duties.of(made.id())))
                .filteredOn(duty -> duty.source() == DutySource.PANEL)
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.wording()).isEqualTo("분기마다 보고");
                    assertThat(duty.kind()).isEqualTo(DutyKind.CONDITION);
                });
    }

    @Test
    void aPanelsConditionMayHaveItsDayAfterWhichAccessStops() {
        ActAs administrator = people.anAdministrator();
        ActAs applicant = people.aStartup();
        UUID call = journey.call(administrator, CallRules.PLAIN);
        UUID application = journey.reviewed(administrator, call, applicant, office, 4);
        Journey.OpenBallot ballot = journey.ballot(administrator, application);
        for (String bad : List.of("2099-02-30 결과 공개", "2020-01-01 결과 공개", "2099-03-31")) {
            assertThatThrownBy(() -> journey.decided(
                            administrator, ballot, VoteChoice.APPROVE_WITH_CONDITIONS, List.of("교육 이수", bad)))
                    .isInstanceOfSatisfying(ProgramRuleBrokenException.class, refused -> {
                        assertThat(refused.messageKey()).isEqualTo("panel.refused.conditionDay");
                        assertThat(refused.arguments()).containsExactly(bad);
                    });
        }
        LocalDate due = LocalDate.of(2099, 3, 31);
        journey.decided(
                administrator, ballot, VoteChoice.APPROVE_WITH_CONDITIONS, List.of("교육 이수", "2099-03-31: 결과를 공개합니다"));
        ProjectView made = await().until(() -> applicant.get(() -> projects.mine()), found -> !found.isEmpty())
                .get(0);
        await().until(() -> !applicant.get(() -> duties.of(made.id())).isEmpty());
        assertThat(applicant.get(() -> duties.of(made.id())))
                .filteredOn(duty -> duty.source() == DutySource.PANEL)
                .extracting(DutyView::wording, DutyView::due, DutyView::stopsAccess)
                .containsExactly(tuple("교육 이수", null, false), tuple("결과를 공개합니다", due, true));
        assertThat(condition.check(projects.facts(made.id()), due).holds()).isTrue();
        assertThat(condition.check(projects.facts(made.id()), due.plusDays(1)).holds())
                .isFalse();
    }

    private boolean open(LocalDate day) {
        return condition.check(projects.facts(project.id()), day).holds();
    }

    private DutyView of(DutyKind kind) {
        return all().stream().filter(duty -> duty.kind() == kind).findFirst().orElseThrow();
    }

    private List<DutyView> all() {
        return startup.get(() -> duties.of(project.id()));
    }
}
