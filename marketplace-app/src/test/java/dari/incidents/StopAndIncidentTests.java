package dari.incidents;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.audit.HistoryLine;
import dari.kernel.IdBytes;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.projects.AccessGate;
import dari.projects.ConditionState;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.sandboxes.SandboxStatus;
import dari.sandboxes.Sandboxes;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** One press closes access; what went wrong is led from the report to the lesson. */
@DariTest
class StopAndIncidentTests {

    @Autowired
    Stops stops;

    @Autowired
    Incidents incidents;

    @Autowired
    Recalls recalls;

    @Autowired
    AccessGate gate;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    History history;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs office;
    private ActAs steward;
    private ActAs privacy;
    private ProjectView project;

    @BeforeEach
    void aProjectWhoseSandboxIsInUse() {
        startup = people.aStartup();
        office = people.aHospital();
        steward = people.colleagueOf(office, Role.HOSPITAL_STEWARD);
        privacy = people.colleagueOf(office, Role.HOSPITAL_PRIVACY);
        project = journey.project(startup, office, anOffer("당뇨병 코호트", healthTerms()));
        await().until(() -> !startup.get(() -> sandboxes.ofMyStartup()).isEmpty());
        // how it comes to be in use is SandboxIntegrationTests' matter
        database.sql("UPDATE sandbox SET status = 'ACTIVE' WHERE project = :project")
                .param("project", IdBytes.of(project.id().value()))
                .update();
    }

    @Test
    void onePressClosesAndTheReasonComesAfterwards() throws Exception {
        mvc.perform(post("/projects/{id}/stop", project.id().value())
                        .with(steward.withPasswordOnly().signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(sandbox()).isEqualTo(SandboxStatus.SUSPENDED);
        assertThat(holds("stopped")).isFalse();
        steward.run(() -> stops.press(project.id())); // a second press changes nothing
        mvc.perform(get("/projects/{id}/safety?lang=en", project.id().value()).with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No reason was given yet")))
                .andExpect(content().string(containsString("type=\"datetime-local\"")))
                .andExpect(content().string(not(containsString("/stop/reason"))));
        mvc.perform(get("/home?lang=en").with(steward.signedIn()))
                .andExpect(content().string(containsString("Give the reason of the stop: " + project.number())));
        ActAs elsewhere = people.colleagueOf(people.aHospital(), Role.HOSPITAL_STEWARD);
        mvc.perform(get("/home?lang=en").with(elsewhere.signedIn()))
                .andExpect(content().string(not(containsString(project.number()))));
        assertThatThrownBy(() -> privacy.run(() -> stops.lift(project.id(), "확인했습니다")))
                .isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> startup.run(() -> stops.explain(project.id(), "싫습니다")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> steward.run(() -> stops.explain(project.id(), "900101-1234567")))
                .isInstanceOf(RuleBrokenException.class);
        steward.run(() -> stops.explain(project.id(), "이상한 질의가 보였습니다"));
        assertThat(privacy.get(() -> stops.lift(project.id(), "질의를 확인했습니다"))).isTrue();
        assertThat(holds("stopped")).isTrue();
        assertThat(acts(project.id().value()))
                .containsSubsequence("access.stopped", "access.explained", "access.lifted");
        assertThatThrownBy(() -> steward.run(() -> stops.lift(project.id(), "또")))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void whoPressesAtTheSameMomentFindsItDone() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        CountDownLatch looked = new CountDownLatch(1);
        try {
            Future<?> second = transaction.execute(status -> {
                steward.run(() -> stops.press(project.id()));
                Future<?> pressing = other.submit(() -> privacy.run(() -> transaction.executeWithoutResult(own -> {
                    assertThat(stops.of(project.id())).isEmpty();
                    looked.countDown();
                    stops.press(project.id());
                })));
                try {
                    assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return pressing;
            });
            second.get(10, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }
        assertThat(acts(project.id().value())).containsOnlyOnce("access.stopped");
        assertThat(sandbox()).isEqualTo(SandboxStatus.SUSPENDED);
    }

    @Test
    void whoMayNotPressDoesNot() {
        assertThatThrownBy(() -> startup.run(() -> stops.press(project.id())))
                .isInstanceOf(AccessDeniedException.class);
        ActAs stranger = people.colleagueOf(people.aHospital(), Role.HOSPITAL_STEWARD);
        assertThatThrownBy(() -> stranger.run(() -> stops.press(project.id()))).isInstanceOf(NotFoundException.class);
        people.anAdministrator().run(() -> stops.press(project.id()));
        assertThat(holds("stopped")).isFalse();
        assertThat(sandbox()).isEqualTo(SandboxStatus.SUSPENDED);
    }

    @Test
    void aDisclosureStopsIsCalledBackAndClosedWithItsLesson() throws Exception {
        received("sandbox.downloaded");
        received("sandbox.downloaded");
        received("export.fetched");
        Instant known = clock.instant().minus(Duration.ofHours(2));
        UUID id = startup.get(
                () -> incidents.report(project.id(), new NewIncident(IncidentKind.DISCLOSURE, "파일을 잘못 보냈습니다", known)));
        assertThat(sandbox()).isEqualTo(SandboxStatus.SUSPENDED);
        IncidentView view = steward.get(() -> incidents.show(id));
        assertThat(view.clock()).isEqualTo(IncidentFacts.ClockState.RUNNING);
        assertThat(view.hours()).isBetween(69L, 70L);
        assertThat(view.recall())
                .allMatch(RecallLine::open)
                .extracting(RecallLine::what, RecallLine::times)
                .containsExactlyInAnyOrder(tuple("person.csv", 2), tuple("abababababab", 1));
        steward.run(() -> stops.explain(project.id(), "파일이 밖으로 나갔습니다"));
        assertThatThrownBy(() -> steward.run(() -> stops.lift(project.id(), "괜찮습니다")))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("incidents.rule.assessFirst"));
        steward.run(() -> incidents.contain(id, "받은 사람에게 연락했습니다"));
        steward.run(() -> incidents.assess(id, 12L, true, "열두 사람의 표입니다"));
        refused("incidents.rule.recallFirst", () -> incidents.close(id, "두 번 봅니다"));
        ActAs colleague = people.colleagueOf(startup, Role.STARTUP_MEMBER);
        assertThatThrownBy(() ->
                        colleague.run(() -> recalls.attest(id, startup.actor().user())))
                .isInstanceOf(RuleBrokenException.class);
        startup.run(() -> recalls.attest(id, startup.actor().user()));
        refused("incidents.rule.notifyFirst", () -> incidents.close(id, "두 번 봅니다"));
        steward.run(() -> incidents.notified(id, clock.instant(), "개인정보보호위원회 1"));
        assertThat(steward.get(() -> incidents.show(id)).clock()).isEqualTo(IncidentFacts.ClockState.IN_TIME);
        refused("incidents.rule.publishFirst", () -> incidents.close(id, "두 번 봅니다"));
        steward.run(() -> incidents.publish(id, "파일 하나가 잘못 전해졌고 지웠습니다", "One file went astray and was deleted"));
        steward.run(() -> incidents.close(id, "보내기 전에 두 번 봅니다"));

        assertThat(steward.get(() -> stops.lift(project.id(), "바로잡았습니다"))).isFalse();
        assertThat(holds("stopped")).isFalse();
        assertThatThrownBy(() -> steward.run(() -> stops.lift(project.id(), "저도요")))
                .isInstanceOf(RuleBrokenException.class);
        assertThat(privacy.get(() -> stops.lift(project.id(), "저도 확인했습니다"))).isTrue();
        assertThat(holds("stopped")).isTrue();

        assertThat(acts(id))
                .containsSubsequence(
                        "incident.reported",
                        "incident.contained",
                        "incident.assessed",
                        "incident.attested",
                        "incident.notified",
                        "incident.published",
                        "incident.closed");
        for (ActAs reader : List.of(startup, steward, people.anAdministrator())) {
            mvc.perform(get("/incidents/{id}", id).with(reader.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
            mvc.perform(get("/incidents").with(reader.signedIn()))
                    .andExpect(content().string(containsString(view.facts().number())));
        }
        String number = view.facts().number();
        mvc.perform(get("/register/incidents?lang=en&q=astray " + number))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("One file went astray")))
                .andExpect(content().string(containsString("보내기 전에 두 번 봅니다")))
                .andExpect(content().string(not(containsString("잘못 보냈습니다"))))
                .andExpect(content()
                        .string(not(containsString(startup.organization().name()))));
        mvc.perform(get("/register/incidents/incidents.json"))
                .andExpect(jsonPath("$[?(@.number == '" + number + "')].toldInTime")
                        .value(true));
        mvc.perform(get("/register/incidents/incidents.csv"))
                .andExpect(content().string(containsString(number + ",DISCLOSURE,CLOSED")));
        mvc.perform(get("/register/incidents/incidents.atom"))
                .andExpect(content().string(containsString("urn:uuid:" + id)));
    }

    @Test
    void aNearMissHasNoClockAndOnlyALesson() {
        UUID id = steward.get(() -> incidents.report(
                project.id(), new NewIncident(IncidentKind.NEAR_MISS, "내보내기 전에 알아챘습니다", clock.instant())));
        assertThat(holds("stopped")).isTrue();
        assertThat(steward.get(() -> incidents.show(id)).clock()).isEqualTo(IncidentFacts.ClockState.NONE);
        refused("incidents.rule.state", () -> incidents.contain(id, "막았습니다"));
        steward.run(() -> incidents.publish(id, "내보내기 전에 막았습니다", "Caught before release"));
        steward.run(() -> incidents.close(id, "확인 목록을 더했습니다"));
        assertThat(steward.get(() -> incidents.show(id)).facts().isClosed()).isTrue();
        ActAs stranger = people.aStartup();
        assertThatThrownBy(() -> stranger.run(() -> incidents.show(id))).isInstanceOf(NotFoundException.class);
    }

    private void refused(String rule, Runnable act) {
        assertThatThrownBy(() -> steward.run(act))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo(rule));
    }

    private void received(String act) {
        startup.run(() -> transaction.executeWithoutResult(now ->
                history.record(HistoryEntry.of(act, "project", project.id().value())
                        .with("file", "person.csv")
                        .with("sha256", "ab".repeat(32)))));
    }

    private List<String> acts(UUID subject) {
        return history.of(List.of(subject)).stream().map(HistoryLine::action).toList();
    }

    private boolean holds(String code) {
        return gate.check(project).stream()
                .filter(state -> state.code().equals(code))
                .allMatch(ConditionState::holds);
    }

    private SandboxStatus sandbox() {
        ProjectId id = project.id();
        return sandboxes.of(id).orElseThrow().status();
    }
}
