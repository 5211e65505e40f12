package dari.outcomes;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.capacity.Burden;
import dari.capacity.QuarterFigures;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.Projects;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import dari.workspace.WaitingItem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What came of a project is owed after its end, and counts among the hospital's figures. */
@DariTest
class OutcomeTests {

    @Autowired
    ReportedOutcomes outcomes;

    @Autowired
    OutcomeWork work;

    @Autowired
    Projects projects;

    @Autowired
    Burden burden;

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId seoul;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs hospital;
    private ProjectId project;
    private LocalDate today;

    @BeforeEach
    void aProject() {
        startup = people.aStartup();
        hospital = people.aHospital();
        project = journey.project(startup, hospital, anOffer("당뇨병 코호트", healthTerms()))
                .id();
        today = LocalDate.now(clock.withZone(seoul));
    }

    @Test
    void isOwedAfterTheEndAndCountsForTheHospital() {
        assertThatThrownBy(() -> report(OutcomeKind.PUBLICATION, today)).isInstanceOf(RuleBrokenException.class);
        projects.goLive(project);
        assertThat(waiting(startup)).isEmpty();
        startup.run(() -> projects.end(project, "계획한 연구를 마쳤습니다"));
        assertThat(waiting(startup))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.clock().due()).isEqualTo(today.plusDays(ReportedOutcomes.DAYS_TO_REPORT)));
        assertThat(waiting(hospital)).hasSize(1);

        assertThatThrownBy(() -> report(OutcomeKind.PUBLICATION, today.plusDays(1)))
                .isInstanceOf(RuleBrokenException.class);
        report(OutcomeKind.PUBLICATION, today);
        report(OutcomeKind.PATENT, today);
        report(OutcomeKind.PRODUCT, today);
        startup.run(() -> outcomes.say(project, 5, 2, "답이 늦었습니다"));
        startup.run(() -> outcomes.say(project, 5, 4, "답이 조금 늦었습니다"));
        assertThat(waiting(startup)).isEmpty();
        assertThat(waiting(hospital)).isEmpty();
        List<QuarterFigures> quarters = hospital.get(() -> burden.quarters());
        QuarterFigures now = quarters.get(quarters.size() - 1);
        assertThat(now.publications()).isEqualTo(1);
        assertThat(now.products()).isEqualTo(2);
        assertThat(now.feedback()).isEqualTo(4.5);
        assertThat(quarters.get(0).feedback()).isNull();
    }

    @Test
    void bothSidesReadItOthersDoNotAndTheFormSaysWhatIsWrong() throws Exception {
        projects.goLive(project);
        ActAs stranger = people.aStartup();
        assertThatThrownBy(() -> stranger.run(() -> outcomes.of(project))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stranger.run(() -> outcomes.say(project, 1, 1, "")))
                .isInstanceOf(NotFoundException.class);
        mvc.perform(post("/projects/{id}/outcomes", project.value())
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("kind", "PUBLICATION")
                        .param("title", "")
                        .param("reference", "10.1000/182")
                        .param("on", "어제"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("제목을 적어 주세요")))
                .andExpect(content().string(containsString("value=\"10.1000/182\"")));
        mvc.perform(post("/projects/{id}/feedback", project.value())
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("data", "7")
                        .param("answers", "3")
                        .param("remark", ""))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"data-error\"")));
        report(OutcomeKind.PUBLICATION, today);
        startup.run(() -> outcomes.say(project, 5, 4, "좋았습니다"));
        for (String language : List.of("ko", "en")) {
            for (ActAs reader : List.of(startup, hospital)) {
                for (String path : List.of(
                        "/projects/" + project.value(), "/projects/" + project.value() + "/outcomes", "/home")) {
                    mvc.perform(get(path).param("lang", language).with(reader.signedIn()))
                            .andExpect(status().isOk())
                            .andExpect(content().string(not(containsString("??"))));
                }
            }
            mvc.perform(get("/hospital/capacity").param("lang", language).with(hospital.signedIn()))
                    .andExpect(content().string(containsString("재방문 예측 연구")))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    private void report(OutcomeKind kind, LocalDate on) {
        startup.run(() -> outcomes.report(project, new NewOutcome(kind, "재방문 예측 연구", "", on)));
    }

    private List<WaitingItem> waiting(ActAs person) {
        return work.waitingFor(person.actor());
    }
}
