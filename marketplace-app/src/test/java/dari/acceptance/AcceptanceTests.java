package dari.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.billing.Billing;
import dari.billing.Refunds;
import dari.boards.WorkingDays;
import dari.kernel.IdBytes;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectStatus;
import dari.sandboxes.Preparation;
import dari.sandboxes.SandboxAccess;
import dari.sandboxes.SandboxStatus;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.OpenSandbox;
import dari.support.People;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** From the first look to the days of access. */
@DariTest
class AcceptanceTests {

    private static final List<Point> POINTS = List.of(new Point("person", "성별이 비어 있습니다"));

    @Autowired
    OpenSandbox sandboxesToOpen;

    @Autowired
    People people;

    @Autowired
    Acceptances acceptances;

    @Autowired
    SandboxAccess access;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    Refunds refunds;

    @Autowired
    Billing billing;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Preparation preparation;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId seoul;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs office;
    private ActAs administrator;
    private OpenSandbox.Made made;
    private LocalDate today;

    @BeforeEach
    void theStartupLooksForTheFirstTime() {
        startup = people.aStartup();
        office = people.aHospital();
        administrator = people.anAdministrator();
        made = sandboxesToOpen.of(startup, office);
        today = LocalDate.now(clock.withZone(seoul));
        startup.run(() -> access.open(made.sandbox()));
        assertThat(rounds()).hasSize(1);
    }

    @Test
    void tenWorkingDaysBeginAndAccessCountsFromAcceptance() throws Exception {
        LocalDate due = workingDays.after(today, Acceptances.DAYS);
        assertThat(present().dueOn()).isEqualTo(due).isAfterOrEqualTo(today.plusDays(12));
        assertThat(sandbox().expiresOn()).isEqualTo(due.plusDays(180));
        reads(startup, "Accept the data", "not there", "left out as agreed");
        reads(office, "turn to look", "not there");
        startup.run(() -> acceptances.accept(made.sandbox()));
        assertThat(present().state()).isEqualTo(AcceptanceState.ACCEPTED);
        assertThat(sandbox().expiresOn()).isEqualTo(today.plusDays(180));
        assertThatThrownBy(() -> startup.run(() -> acceptances.object(made.sandbox(), POINTS)))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void silenceIsAYesFromTheLastDayOn() {
        acceptances.lapse();
        assertThat(present().state()).isEqualTo(AcceptanceState.OPEN);
        LocalDate yesterday = today.minusDays(1);
        dueOn(yesterday);
        assertThatThrownBy(() -> startup.run(() -> acceptances.object(made.sandbox(), POINTS)))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("acceptance.rule.late"));
        acceptances.lapse();
        assertThat(present().state()).isEqualTo(AcceptanceState.BY_SILENCE);
        assertThat(sandbox().expiresOn()).isEqualTo(yesterday.plusDays(180));
    }

    @Test
    void silenceSaysNothingWhileAccessIsStopped() {
        access.stop(made.project().id());
        dueOn(today.minusDays(1));
        acceptances.lapse();
        LocalDate due = workingDays.after(today, Acceptances.DAYS);
        assertThat(present().state()).isEqualTo(AcceptanceState.OPEN);
        assertThat(present().dueOn()).isEqualTo(due);
        assertThat(sandbox().expiresOn()).isEqualTo(due.plusDays(180));
    }

    @Test
    void accessAndProjectEndWithTheLastDayOfAccess() {
        lastDay(today);
        access.expire();
        assertThat(sandbox().status()).isEqualTo(SandboxStatus.ACTIVE);
        lastDay(today.minusDays(1));
        assertThatThrownBy(() -> startup.run(() -> access.open(made.sandbox())))
                .as("before anything closed it")
                .isInstanceOf(RuleBrokenException.class);
        access.expire();
        assertThat(sandbox().status()).isEqualTo(SandboxStatus.EXPIRED);
        assertThat(sandbox().project().status()).isEqualTo(ProjectStatus.ENDED);
    }

    @Test
    void noMoreIsPromisedThanWasInvoiced() {
        startup.run(() -> acceptances.object(made.sandbox(), POINTS));
        assertThatThrownBy(
                        () -> office.run(() -> acceptances.answer(made.sandbox(), Remedy.REFUND, Long.MAX_VALUE, "모두")))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("billing.rule.credit"));
        assertThat(present().state()).isEqualTo(AcceptanceState.OBJECTED);
        office.run(() -> acceptances.answer(made.sandbox(), Remedy.REFUND, 110_000L, "일부"));
        assertThatThrownBy(() -> office.run(() -> acceptances.answer(made.sandbox(), Remedy.REFUND, 1L, "또")))
                .isInstanceOf(RuleBrokenException.class);
        assertThat(present().refundWon()).isEqualTo(110_000);
    }

    @Test
    void whatIsPreparedAnewGoesOnlyWhenThatIsDecided() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(now -> {
                    preparation.prepareAgain(made.sandbox());
                    throw new IllegalStateException("the process ends here");
                }))
                .isInstanceOf(IllegalStateException.class);
        startup.run(() -> assertThat(access.open(made.sandbox()).csv("person")).exists());
        preparation.prepareAgain(made.sandbox());
        assertThat(sandboxes.files(made.sandbox())).isEmpty();
    }

    @Test
    void anObjectionMayLeadToANewPreparationAndANewRound() {
        startup.run(() -> acceptances.object(made.sandbox(), POINTS));
        assertThat(present().points()).isEqualTo(POINTS);
        assertThatThrownBy(() -> people.colleagueOf(office, Role.HOSPITAL_BOARD)
                        .run(() -> acceptances.answer(made.sandbox(), Remedy.REGENERATE, null, "다시")))
                .isInstanceOf(AccessDeniedException.class);
        office.run(() -> acceptances.answer(made.sandbox(), Remedy.REGENERATE, null, "다시 만들겠습니다"));
        assertThat(present().state()).isEqualTo(AcceptanceState.REGENERATING);
        assertThat(sandbox().status()).isEqualTo(SandboxStatus.RECIPE_SET); // the agent takes its next job from there
        assertThat(sandbox().expiresOn()).isNull();
        assertThatThrownBy(() -> startup.run(() -> access.open(made.sandbox())))
                .isInstanceOf(RuleBrokenException.class);
        sandboxesToOpen.release(made);
        startup.run(() -> access.open(made.sandbox()));
        assertThat(rounds()).hasSize(2);
        assertThat(present().state()).isEqualTo(AcceptanceState.OPEN);
    }

    @Test
    void whatTheHospitalDoesNotShareIsMediatedAndAPartRefundIsBooked() throws Exception {
        startup.run(() -> acceptances.object(made.sandbox(), POINTS));
        office.run(() -> acceptances.answer(made.sandbox(), Remedy.NONE, null, "명세에 없는 열입니다"));
        assertThat(present().state()).isEqualTo(AcceptanceState.DISPUTED);
        mvc.perform(get("/home").param("lang", "en").with(administrator.signedIn()))
                .andExpect(content().string(containsString("Mediate an objection")));
        mvc.perform(post("/acceptance/{s}/answer", made.sandbox().value())
                        .param("remedy", "REFUND")
                        .param("won", "")
                        .param("reason", "일부를 돌려줍니다")
                        .param("lang", "en")
                        .with(csrf())
                        .with(administrator.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Give the amount as a number")));
        administrator.run(() -> acceptances.mediate(made.sandbox(), Remedy.REFUND, 110_000L, "일부를 돌려줍니다"));
        assertThat(present().state()).isEqualTo(AcceptanceState.REFUND_DUE);
        reads(administrator, "Book the refund", "110,000");
        administrator.run(() -> acceptances.refund(made.sandbox()));
        assertThat(present().state()).isEqualTo(AcceptanceState.REFUNDED);
        assertThat(administrator.get(() -> refunds.of(made.project().id())))
                .singleElement()
                .satisfies(refund ->
                        assertThat(refund.priceWon() + refund.vatWon()).isEqualTo(110_000));
        assertThat(sandbox().expiresOn()).isEqualTo(today.plusDays(180));
    }

    @Test
    void whatFinanceTookOffBeforeThePressIsPartOfWhatWasAgreedAndTheRoundEnds() {
        startup.run(() -> acceptances.object(made.sandbox(), POINTS));
        office.run(() -> acceptances.answer(made.sandbox(), Remedy.REFUND, 110_000L, "일부를 돌려줍니다"));
        ActAs finance = administrator;
        finance.run(() -> refunds.refund(made.project().id(), 80_000, "합의에 따라"));
        finance.run(() -> acceptances.refund(made.sandbox()));
        assertThat(present().state()).isEqualTo(AcceptanceState.REFUNDED);
        assertThat(credited(finance)).containsExactly(80_000L, 30_000L);
    }

    @Test
    void whereAllWasTakenOffBeforeNothingIsLeftToBookAndTheRoundEnds() {
        startup.run(() -> acceptances.object(made.sandbox(), POINTS));
        office.run(() -> acceptances.answer(made.sandbox(), Remedy.REFUND, 110_000L, "일부를 돌려줍니다"));
        ActAs finance = administrator;
        long all = refunds.creditableWon(made.project().id());
        finance.run(() -> refunds.refund(made.project().id(), all, "과제를 그만둡니다"));
        finance.run(() -> acceptances.refund(made.sandbox()));
        assertThat(present().state()).isEqualTo(AcceptanceState.REFUNDED);
        assertThat(credited(finance)).containsExactly(all);
        assertThat(sandbox().expiresOn()).isEqualTo(today.plusDays(180));
    }

    private List<Long> credited(ActAs finance) {
        return finance.get(() -> refunds.of(made.project().id())).stream()
                .map(refund -> refund.priceWon() + refund.vatWon())
                .toList();
    }

    @Test
    void strangersSeeNothing() throws Exception {
        for (ActAs stranger : List.of(people.aStartup(), people.aHospital())) {
            mvc.perform(get("/acceptance/{s}", made.sandbox().value()).with(stranger.signedIn()))
                    .andExpect(status().isNotFound());
            mvc.perform(post("/acceptance/{s}/objection", made.sandbox().value())
                            .param("point.", "다릅니다")
                            .with(csrf())
                            .with(stranger.signedIn()))
                    .andExpect(result ->
                            assertThat(result.getResponse().getStatus()).isIn(403, 404));
        }
        assertThat(present().state()).isEqualTo(AcceptanceState.OPEN);
    }

    private void reads(ActAs reader, String... texts) throws Exception {
        for (String page : List.of(
                "/acceptance/" + made.sandbox().value(),
                "/projects/" + made.project().id().value())) {
            mvc.perform(get(page).param("lang", "ko").with(reader.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
        String english = mvc.perform(get("/acceptance/{s}", made.sandbox().value())
                        .param("lang", "en")
                        .with(reader.signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(english).contains(texts).doesNotContain("??");
    }

    private void dueOn(LocalDate day) {
        database.sql("UPDATE sandbox_acceptance SET due_on = :day, version = version + 1 WHERE sandbox = :sandbox")
                .param("day", day)
                .param("sandbox", IdBytes.of(made.sandbox().value()))
                .update();
    }

    private void lastDay(LocalDate day) {
        database.sql("UPDATE sandbox SET expires_on = :day, version = version + 1 WHERE id = :sandbox")
                .param("day", day)
                .param("sandbox", IdBytes.of(made.sandbox().value()))
                .update();
    }

    private List<AcceptanceView> rounds() {
        return startup.get(() -> acceptances.of(made.sandbox()));
    }

    private AcceptanceView present() {
        return rounds().get(0);
    }

    private SandboxView sandbox() {
        return Objects.requireNonNull(startup.get(() -> sandboxes.show(made.sandbox())));
    }
}
