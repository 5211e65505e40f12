package dari.uses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.kernel.IdBytes;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectView;
import dari.sandboxes.SandboxId;
import dari.sandboxes.Sandboxes;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.Marketplace;
import dari.support.People;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** A steward's signature under each month in which a sandbox could be used. */
@DariTest
class UseCheckTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    UseChecks checks;

    @Autowired
    List<WaitingSource> waiting;

    @Autowired
    JdbcClient database;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId seoul;

    private ActAs startup;
    private ActAs office;
    private ActAs steward;
    private SandboxId sandbox;
    private YearMonth last;

    /** Opened in the month before last: two months are over, one runs. */
    @BeforeEach
    void aSandboxThatWasOpenedTwoMonthsAgo() {
        startup = people.aStartup();
        office = people.aHospital();
        steward = people.colleagueOf(office, Role.HOSPITAL_STEWARD);
        ProjectView project = journey.project(startup, office, Marketplace.anOffer("이용", Marketplace.healthTerms()));
        sandbox = Awaitility.await()
                .until(() -> sandboxes.of(project.id()), java.util.Optional::isPresent)
                .orElseThrow()
                .id();
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        last = YearMonth.from(today).minusMonths(1);
        database.sql("UPDATE sandbox SET status = 'ACTIVE', opened_on = ?, expires_on = ? WHERE id = ?")
                .param(last.minusMonths(1).atDay(15))
                .param(today.plusDays(30))
                .param(IdBytes.of(sandbox.value()))
                .update();
        asked("SELECT 1 FROM person");
    }

    @Test
    void aMonthThatIsOverWaitsForTheStewardsSignatureWithItsClock() throws Exception {
        assertThat(waitingMonths(steward))
                .contains(last.toString(), last.minusMonths(1).toString());
        assertThat(waitingMonths(startup)).isEmpty();
        List<CheckedMonth> months = steward.get(() -> checks.months(sandbox));
        assertThat(months).extracting(CheckedMonth::over).containsExactly(false, true, true);
        assertThat(months.get(1).clock()).isNotNull();
        assertThat(months.get(1).clock().due()).isEqualTo(last.atEndOfMonth().plusDays(10));
        assertThat(months.get(1).use().questions()).isEqualTo(1);

        String seen = months.get(1).use().digest();
        mvc.perform(post("/hospital/sandboxes/{s}/use/checks", sandbox.value())
                        .with(steward.signedIn())
                        .with(csrf())
                        .param("month", last.toString())
                        .param("digest", seen)
                        .param("note", "질문이 승인한 목적에 맞습니다"))
                .andExpect(flash().attribute("toast", "uses.signed.done"));
        assertThat(waitingMonths(steward)).doesNotContain(last.toString());
        CheckedMonth signed = steward.get(() -> checks.months(sandbox)).get(1);
        assertThat(signed.signature()).isNotNull();
        assertThat(signed.signature().unchanged()).isTrue();
        assertThat(signed.signature().digest()).isEqualTo(seen);
        assertThatThrownBy(() -> steward.run(() -> checks.sign(sandbox, last, seen, "다시")))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessageContaining("uses.rule.signed");
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/hospital/sandboxes/{s}/use", sandbox.value())
                            .param("lang", language)
                            .with(steward.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(seen)))
                    .andExpect(content().string(containsString("203.0.113.0/24")))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void whatIsChangedAfterwardsIsSeenAndNobodySignsForWhatTheyDidNotSee() {
        String seen = steward.get(() -> checks.months(sandbox)).get(1).use().digest();
        asked("SELECT 2 FROM person");
        assertThatThrownBy(() -> steward.run(() -> checks.sign(sandbox, last, seen, "보았습니다")))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessageContaining("uses.rule.changed");
        String now = steward.get(() -> checks.months(sandbox)).get(1).use().digest();
        steward.run(() -> checks.sign(sandbox, last, now, "보았습니다"));
        database.sql("UPDATE sandbox_query SET text = 'SELECT 3 FROM person' WHERE sandbox = ? AND text LIKE '%2%'")
                .param(IdBytes.of(sandbox.value()))
                .update();
        assertThat(steward.get(() -> checks.months(sandbox)).get(1).signature().unchanged())
                .isFalse();
    }

    @Test
    void onlyTheHospitalsOwnStewardSignsAndOnlyForMonthsThatAreOver() {
        YearMonth running = last.plusMonths(1);
        assertThatThrownBy(() -> steward.run(() -> checks.sign(sandbox, running, "", "이르게")))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessageContaining("uses.rule.running");
        assertThatThrownBy(() -> steward.run(() -> checks.sign(sandbox, last.minusMonths(2), "", "열기 전")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> office.run(() -> checks.sign(sandbox, last, "", "남의 일")))
                .isInstanceOf(AccessDeniedException.class);
        ActAs stranger = people.colleagueOf(people.aHospital(), Role.HOSPITAL_STEWARD);
        assertThatThrownBy(() -> stranger.run(() -> checks.sign(sandbox, last, "", "남의 병원")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stranger.run(() -> checks.months(sandbox))).isInstanceOf(NotFoundException.class);
    }

    private void asked(String sql) {
        database.sql(
                        "INSERT INTO sandbox_query (id, version, sandbox, person, text, asked_at, row_count, millis, taken,"
                                + " network) VALUES (?, 0, ?, ?, ?, ?, 1, 5, FALSE, '203.0.113.0/24')")
                .param(IdBytes.of(ids.next()))
                .param(IdBytes.of(sandbox.value()))
                .param(IdBytes.of(startup.actor().user().value()))
                .param(sql)
                .param(LocalDateTime.ofInstant(
                        last.atDay(10).atStartOfDay(seoul).toInstant(), ZoneOffset.UTC))
                .update();
    }

    private List<String> waitingMonths(ActAs person) {
        return waiting.stream()
                .filter(UseWork.class::isInstance)
                .flatMap(source -> source.waitingFor(person.actor()).stream())
                .map(WaitingItem::arguments)
                .map(arguments -> arguments.get(2).toString())
                .toList();
    }
}
