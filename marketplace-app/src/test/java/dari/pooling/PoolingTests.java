package dari.pooling;

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

import dari.admin.ApplicationDraft;
import dari.admin.ApplicationText;
import dari.admin.Applications;
import dari.admin.CallBuilder;
import dari.admin.CallContent;
import dari.admin.Calls;
import dari.admin.DraftState;
import dari.admin.Funding;
import dari.admin.eligibility.Declaration;
import dari.admin.forms.LocalText;
import dari.admin.panel.HospitalDatasets;
import dari.admin.panel.VoteChoice;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.incidents.Stops;
import dari.introductions.IntroductionId;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.queries.SandboxQueries;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import dari.support.SandboxStage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** Rows of two hospitals lie side by side only when both agreed; either takes only its own away; nobody matches persons. */
@DariTest
class PoolingTests {

    private static final String COUNT = "SELECT count(*) AS persons FROM person";

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Poolings poolings;

    @Autowired
    PooledQueries pooled;

    @Autowired
    SandboxQueries queries;

    @Autowired
    Stops stops;

    @Autowired
    Projects projects;

    @Autowired
    HospitalDatasets datasets;

    @Autowired
    Calls calls;

    @Autowired
    CallBuilder builder;

    @Autowired
    Applications applications;

    @Autowired
    History history;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path folder;

    private ActAs startup;
    private ActAs hospital;
    private ActAs other;
    private ProjectId first;
    private ProjectId second;

    @BeforeEach
    void aProjectOfTwoHospitals() {
        ActAs administrator = people.anAdministrator();
        startup = people.aStartup();
        hospital = people.aHospital();
        other = people.aHospital();
        UUID call = administrator.get(() -> {
            UUID id = calls.draft(
                    new CallContent("공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1_000_000_000L, 20, 1));
            builder.funding(
                    id,
                    new Funding(
                            Map.of(),
                            List.of(new Funding.Track("only", new LocalText("하나", "One"), 50_000_000, 10)),
                            null));
            calls.open(id);
            return id;
        });
        IntroductionId one = journey.introduced(startup, hospital);
        IntroductionId two = journey.introduced(startup, other);
        UUID application = startup.get(() -> {
            UUID id = applications.draft(call, one.value(), new ApplicationText("한 문장 요약", "One sentence", "이익", "계획"));
            ApplicationDraft begun = applications.mine(id).draft();
            applications.keep(
                    id, new ApplicationDraft("only", begun.answers(), Declaration.NONE), new DraftState(0, "w"));
            datasets.add(id, two.value());
            applications.submit(id);
            return id;
        });
        journey.review(administrator, application, 5);
        journey.decided(administrator, application, VoteChoice.APPROVE);
        List<ProjectView> parts = await().until(() -> startup.get(() -> projects.mine()), found -> found.size() == 2);
        List<ProjectView> ordered =
                startup.get(() -> projects.parts(parts.get(0).id()));
        first = ordered.get(0).id();
        second = ordered.get(1).id();
    }

    @Test
    void everyHospitalHasToAgreeBesideAnAgreementThatHolds() {
        assertThatThrownBy(() -> startup.run(() -> poolings.ask(first, List.of(first), "희귀 질환")))
                .isInstanceOf(RuleBrokenException.class);
        ask();
        String hash = show(startup, first).text().sha256();
        assertThatThrownBy(() -> hospital.run(() -> poolings.decide(first, true, "박담온", hash, "좋습니다")))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("pooling.rule.agreement"));
        assertThatThrownBy(() -> hospital.run(() -> poolings.decide(first, false, "박담온", "0".repeat(64), "다른 글")))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("pooling.rule.text"));
        ActAs steward = people.colleagueOf(hospital, Role.HOSPITAL_STEWARD);
        assertThatThrownBy(() -> steward.run(() -> poolings.decide(first, false, "박담온", hash, "제가")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> hospital.run(() -> poolings.decide(second, false, "박담온", hash, "남의 몫")))
                .isInstanceOf(NotFoundException.class);

        hospital.run(() -> poolings.decide(first, false, "박담온", hash, "환자 수가 적습니다"));
        assertThat(show(startup, first).isAgreed()).isFalse();
        assertThat(show(other, second).parts())
                .filteredOn(part -> part.project().equals(first))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.decision()).isEqualTo(PartDecision.REFUSED);
                    assertThat(part.reason()).as("another hospital's reason").isNull();
                });
        assertThatThrownBy(() -> startup.run(() -> pooled.ask(first, COUNT))).isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> people.aHospital().run(() -> poolings.of(first)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void rowsLieSideBySideAndOneHospitalsStopTakesOnlyItsOwnAway() throws Exception {
        SandboxStage stage = beans.createBean(SandboxStage.class);
        SandboxStage.Opened one = opened(stage, hospital, first, "one");
        SandboxStage.Opened two = opened(stage, other, second, "two");
        ask();
        agree(hospital, first);
        assertThatThrownBy(() -> startup.run(() -> pooled.ask(first, COUNT)))
                .as("one of two")
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("pooling.rule.consent"));
        agree(other, second);
        PooledAnswer both = startup.get(() -> pooled.ask(first, COUNT));
        assertThat(both.columns()).hasSize(1);
        assertThat(both.rows())
                .extracting(PooledAnswer.Row::part)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(two.steward().get(() -> queries.uses(two.id(), 0, 10)).lines())
                .hasSize(1);
        pages();

        // whatever the question, no row of one hospital meets a row of the other
        PooledAnswer matched = startup.get(
                () -> pooled.ask(first, "SELECT count(*) AS n FROM person a JOIN person b USING (person_id)"));
        assertThat(matched.rows())
                .extracting(row -> row.values().get(0))
                .containsExactlyElementsOf(
                        both.rows().stream().map(row -> row.values().get(0)).toList());

        one.board().run(() -> stops.press(first));
        PooledAnswer left = startup.get(() -> pooled.ask(first, COUNT));
        assertThat(left.parts()).hasSize(2);
        assertThat(left.rows())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.part()).isEqualTo(projects.facts(second).number()));
        assertThat(startup.get(() -> queries.ask(two.id(), COUNT)).problem()).isNull();

        other.run(() -> poolings.withdraw(second, "더는 함께하지 않습니다"));
        assertThatThrownBy(() -> startup.run(() -> pooled.ask(first, COUNT)))
                .as("nobody is left")
                .isInstanceOf(RuleBrokenException.class);
        assertThat(startup.get(() -> queries.ask(two.id(), COUNT)).problem())
                .as("its own part goes on")
                .isNull();
        assertThat(history.of(List.of(second.value())))
                .extracting(HistoryLine::action)
                .containsSubsequence("pooling.asked", "pooling.consented", "pooling.withdrawn");
    }

    @Test
    void personsAreNotMatchedHereAndTheWayOutsideIsKept() throws Exception {
        mvc.perform(post("/projects/{id}/pooling/linkage", first.value())
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("reason", "두 병원을 다닌 환자를 잇고 싶습니다"))
                .andExpect(redirectedUrl("/projects/" + first.value() + "/pooling"));
        assertThat(startup.get(() -> poolings.of(first)))
                .as("nothing is pooled by it")
                .isEmpty();
        UUID step = startup.get(() -> poolings.linkages(second)).get(0).id();
        startup.run(() -> poolings.noteLinkage(first, step, "결합전문기관", "2026-17"));
        assertThat(other.get(() -> poolings.linkages(second)))
                .singleElement()
                .satisfies(seen -> assertThat(seen.reference()).isEqualTo("2026-17"));
        assertThat(history.of(List.of(second.value())))
                .extracting(HistoryLine::action)
                .contains("pooling.linkageRefused", "pooling.linkageOutside");
        ActAs stranger = people.aStartup();
        assertThatThrownBy(() -> stranger.run(() -> poolings.refuseLinkage(first, "남의 것")))
                .isInstanceOf(NotFoundException.class);
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/projects/{id}/pooling", first.value())
                            .param("lang", language)
                            .with(hospital.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("2026-17")))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    private void pages() throws Exception {
        for (String language : List.of("ko", "en")) {
            for (ActAs reader : List.of(startup, hospital)) {
                mvc.perform(get("/projects/{id}/pooling", first.value())
                                .param("lang", language)
                                .with(reader.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
            mvc.perform(post("/projects/{id}/pooling/query", first.value())
                            .param("lang", language)
                            .param("sql", COUNT)
                            .with(startup.signedIn())
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(containsString(projects.facts(second).number())))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(get("/projects/{id}", first.value()).with(startup.signedIn()))
                .andExpect(content().string(containsString("/projects/" + first.value() + "/pooling")));
    }

    private SandboxStage.Opened opened(SandboxStage stage, ActAs office, ProjectId part, String name) {
        return stage.opened(startup, office, projects.facts(part), SandboxStage.recipe(false), folder.resolve(name));
    }

    private void ask() {
        startup.run(() -> poolings.ask(first, List.of(first, second), "희귀 질환이라 한 병원으로는 적습니다"));
    }

    private void agree(ActAs office, ProjectId part) {
        office.run(() ->
                poolings.decide(part, true, "박담온", show(office, part).text().sha256(), "함께 보는 데 동의합니다"));
    }

    private PoolingView show(ActAs reader, ProjectId part) {
        return reader.get(() -> poolings.of(part)).orElseThrow();
    }
}
