package dari.renewals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.acceptance.Acceptances;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.projects.Approval;
import dari.projects.ConditionState;
import dari.projects.Projects;
import dari.sandboxes.SandboxAccess;
import dari.sandboxes.Sandboxes;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.OpenSandbox;
import dari.support.People;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** More days of access, while approval and agreement cover them. */
@DariTest
class RenewalTests {

    @Autowired
    OpenSandbox sandboxesToOpen;

    @Autowired
    People people;

    @Autowired
    Renewals renewals;

    @Autowired
    Acceptances acceptances;

    @Autowired
    SandboxAccess access;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    Projects projects;

    @Autowired
    History history;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId seoul;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs office;
    private OpenSandbox.Made made;
    private LocalDate last;

    @BeforeEach
    void daysThatCount() {
        startup = people.aStartup();
        office = people.aHospital();
        made = sandboxesToOpen.of(startup, office);
        startup.run(() -> access.open(made.sandbox()));
        await().until(() -> !startup.get(() -> acceptances.of(made.sandbox())).isEmpty());
        startup.run(() -> acceptances.accept(made.sandbox()));
        last = LocalDate.now(clock.withZone(seoul)).plusDays(180);
    }

    @Test
    void theHospitalGivesDaysThatApprovalAndAgreementCover() throws Exception {
        startup.run(() -> renewals.ask(made.sandbox(), 30, "검증이 남았습니다"));
        assertThatThrownBy(() -> startup.run(() -> renewals.ask(made.sandbox(), 10, "더")))
                .isInstanceOf(RuleBrokenException.class);
        approvedUntil(last.plusDays(29));
        assertThat(present().uncovered()).extracting(ConditionState::code).containsExactly("approval");
        reads(startup, "ends before");
        reads(office, "ends before");
        assertThatThrownBy(() -> office.run(() -> renewals.decide(made.sandbox(), true, "좋습니다")))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("renewals.rule.uncovered"));
        approvedUntil(last.plusDays(30));
        assertThatThrownBy(() -> people.colleagueOf(office, Role.HOSPITAL_CLINICIAN)
                        .run(() -> renewals.decide(made.sandbox(), true, "좋습니다")))
                .isInstanceOf(AccessDeniedException.class);
        office.run(() -> renewals.decide(made.sandbox(), true, "좋습니다"));
        assertThat(present().state()).isEqualTo(RenewalState.GRANTED);
        assertThat(startup.get(() -> sandboxes.show(made.sandbox())).expiresOn())
                .isEqualTo(last.plusDays(30));
        mvc.perform(get("/register/{p}", made.project().id().value()).param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("More days of access were given")));
        assertThat(history.of(List.of(made.project().id().value())))
                .extracting(HistoryLine::action)
                .containsSubsequence("renewal.asked", "renewal.granted");
    }

    @Test
    void whatIsGivenIsAddedToThePresentLastDay() {
        startup.run(() -> renewals.ask(made.sandbox(), 30, "검증이 남았습니다"));
        access.countDaysFrom(made.sandbox(), last.minusDays(190));
        office.run(() -> renewals.decide(made.sandbox(), true, "좋습니다"));
        assertThat(startup.get(() -> sandboxes.show(made.sandbox())).expiresOn())
                .isEqualTo(last.plusDays(20));
    }

    @Test
    void whatIsGivenBeforeAcceptanceStaysWhenTheAgreedDaysCountFromIt() {
        ActAs asks = people.aStartup();
        ActAs gives = people.aHospital();
        OpenSandbox.Made untouched = sandboxesToOpen.of(asks, gives);
        asks.run(() -> access.open(untouched.sandbox()));
        asks.run(() -> renewals.ask(untouched.sandbox(), 30, "검증이 남았습니다"));
        gives.run(() -> renewals.decide(untouched.sandbox(), true, "좋습니다"));
        asks.run(() -> acceptances.accept(untouched.sandbox()));
        assertThat(asks.get(() -> sandboxes.show(untouched.sandbox())).expiresOn())
                .isEqualTo(last.plusDays(30));
    }

    @Test
    void aNoChangesNothingAndStrangersSeeNothing() throws Exception {
        startup.run(() -> renewals.ask(made.sandbox(), 30, "검증이 남았습니다"));
        mvc.perform(get("/home").param("lang", "en").with(office.signedIn()))
                .andExpect(content().string(containsString("Decide on more days of access")));
        for (ActAs stranger : List.of(people.aStartup(), people.aHospital())) {
            mvc.perform(get("/sandboxes/{s}/renewal", made.sandbox().value()).with(stranger.signedIn()))
                    .andExpect(status().isNotFound());
        }
        office.run(() -> renewals.decide(made.sandbox(), false, "자료를 곧 내립니다"));
        assertThat(present().answer()).isEqualTo("자료를 곧 내립니다");
        assertThat(startup.get(() -> sandboxes.show(made.sandbox())).expiresOn())
                .isEqualTo(last);
        reads(startup, "자료를 곧 내립니다");
        startup.run(() -> renewals.ask(made.sandbox(), 5, "닷새만 더 필요합니다"));
        startup.run(() -> renewals.withdraw(made.sandbox()));
        assertThat(present().state()).isEqualTo(RenewalState.WITHDRAWN);
    }

    private void reads(ActAs reader, String text) throws Exception {
        mvc.perform(get("/sandboxes/{s}/renewal", made.sandbox().value()).with(reader.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/sandboxes/{s}/renewal", made.sandbox().value())
                        .param("lang", "en")
                        .with(reader.signedIn()))
                .andExpect(content().string(containsString(text)))
                .andExpect(content().string(not(containsString("??"))));
    }

    private void approvedUntil(LocalDate day) {
        office.run(() -> projects.recordApproval(made.project().id(), Approval.APPROVED, "IRB-2", day));
    }

    private RenewalView present() {
        return startup.get(() -> renewals.of(made.sandbox())).get(0);
    }
}
