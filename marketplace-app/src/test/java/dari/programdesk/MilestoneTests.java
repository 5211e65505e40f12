package dari.programdesk;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.Applications;
import dari.admin.PlannedMilestone.Holder;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.forms.LocalText;
import dari.admin.milestones.MilestoneStatus;
import dari.admin.milestones.MilestoneView;
import dari.admin.milestones.Milestones;
import dari.admin.milestones.Settlement;
import dari.kernel.IdBytes;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** What an approved application owes, from the agreement to the money that comes back. */
@DariTest
class MilestoneTests {

    private static final String STEPS = """
            [{"code":"agreement","days":14,"holder":"STARTUP","pays":false,"title":{"ko":"협약","en":"Agreement"}},
             {"code":"settlement","days":270,"holder":"STARTUP","pays":true,"title":{"ko":"정산","en":"Settlement"}}]
            """;

    @Autowired
    Milestones milestones;

    @Autowired
    Applications applications;

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;
    private ActAs startup;
    private ActAs hospital;
    private UUID application;

    @BeforeEach
    void anApprovedApplication() {
        administrator = people.anAdministrator();
        startup = people.aStartup();
        hospital = people.aHospital();
        journey.project(startup, hospital, anOffer("당뇨병 코호트", healthTerms()));
        application = startup.get(() -> applications.mine()).get(0).id();
        database.update(
                "UPDATE program_call SET milestones = ? WHERE id = (SELECT program_call FROM application WHERE id = ?)",
                STEPS,
                IdBytes.of(application));
        milestones.plan(application);
        milestones.plan(application);
    }

    @Test
    void stepsArePlannedOnceFromTheDayOfTheDecision() {
        List<MilestoneView> steps = startup.get(() -> milestones.ofMine(application));
        LocalDate decided = startup.get(() -> milestones.myAward(application)).decidedOn();
        assertThat(steps)
                .extracting(MilestoneView::code, MilestoneView::due)
                .containsExactly(tuple("agreement", decided.plusDays(14)), tuple("settlement", decided.plusDays(270)));
        assertThat(milestones.waitingFor(startup.organization().id().value(), 20))
                .as("the settlement is too far away to wait")
                .extracting(MilestoneView::code)
                .containsExactly("agreement");
    }

    @Test
    void theHolderBringsEvidenceAndTheOfficeAccepts() throws Exception {
        refused(
                "milestones.rule.holder",
                () -> hospital.run(() -> milestones.give(application, "agreement", "x", null)));
        refused(
                "milestones.rule.nothing",
                () -> administrator.run(() -> milestones.settle(application, "agreement", "좋습니다", null)));
        mvc.perform(post("/milestones/{id}", application)
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("code", "agreement")
                        .param("evidence", "세 기관이 서명했습니다"))
                .andExpect(redirectedUrl("/milestones/" + application));
        assertThat(milestones.waitingForOffice(100))
                .anyMatch(step -> step.application().equals(application));
        administrator.run(() -> milestones.sendBack(application, "agreement", "서명이 하나 빠졌습니다"));
        assertThat(step("agreement").status()).isEqualTo(MilestoneStatus.OPEN);
        startup.run(() -> milestones.give(application, "agreement", "모두 서명했습니다", null));
        administrator.run(() -> milestones.settle(application, "agreement", "확인했습니다", null));
        assertThat(step("agreement").status()).isEqualTo(MilestoneStatus.DONE);
        refused(
                "milestones.rule.over",
                () -> administrator.run(() -> milestones.waive(application, "agreement", "다시")));
    }

    @Test
    void aSettlementSaysWhatWasSpentAndWhatComesBack() throws Exception {
        startup.run(() -> milestones.give(application, "settlement", "정산서를 냅니다", null));
        mvc.perform(post("/program/applications/{id}/milestones/step", application)
                        .with(administrator.signedIn())
                        .with(csrf())
                        .param("code", "settlement")
                        .param("what", "settle")
                        .param("reason", "확인"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("쓴 돈을 적어 주세요")));
        administrator.run(() ->
                milestones.settle(application, "settlement", "남은 돈을 돌려주세요", new Settlement(70_000_000, 10_000_000)));
        assertThat(step("settlement").clawbackWon()).isEqualTo(10_000_000L);
        for (String language : List.of("ko", "en")) {
            for (ActAs side : List.of(startup, hospital)) {
                mvc.perform(get("/milestones/{id}", application)
                                .param("lang", language)
                                .with(side.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString("10,000,000")))
                        .andExpect(content().string(not(containsString("??"))));
            }
            mvc.perform(get("/program/applications/{id}/milestones", application)
                            .param("lang", language)
                            .with(administrator.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void stepsAreWaivedMovedAndAddedWithAReason() {
        LocalDate later = step("agreement").due().plusDays(10);
        administrator.run(() -> milestones.move(application, "agreement", later, "연휴가 있습니다"));
        assertThat(step("agreement").due()).isEqualTo(later);
        administrator.run(() -> milestones.waive(application, "agreement", "다른 협약이 대신합니다"));
        assertThat(step("agreement").reason()).isEqualTo("다른 협약이 대신합니다");
        administrator.run(() ->
                milestones.add(application, new LocalText("보고", "Report"), Holder.HOSPITAL, LocalDate.of(2099, 1, 1)));
        assertThat(hospital.get(() -> milestones.ofMine(application))).hasSize(3);
    }

    @Test
    void othersSeeNothing() {
        assertThatThrownBy(() -> people.aStartup().run(() -> milestones.ofMine(application)))
                .isInstanceOf(ProgramNotFoundException.class);
    }

    private MilestoneView step(String code) {
        return administrator.get(() -> milestones.of(application)).stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String rule, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProgramRuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(rule));
    }
}
