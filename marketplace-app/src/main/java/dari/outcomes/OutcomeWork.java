package dari.outcomes;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.projects.ProjectId;
import dari.projects.ProjectSection;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The duty to report after the end, on both sides' desks, and what was reported on the project's page. */
@Component
class OutcomeWork implements WaitingSource, ProjectSection {

    private final ReportedOutcomes outcomes;
    private final Projects projects;
    private final Clock clock;
    private final ZoneId seoul;

    OutcomeWork(ReportedOutcomes outcomes, Projects projects, Clock clock, ZoneId seoul) {
        this.outcomes = outcomes;
        this.projects = projects;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (actor.face() == Face.PROGRAM) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        List<WaitingItem> waiting = new ArrayList<>();
        for (ProjectView project : projects.of(actor)) {
            LocalDate due = outcomes.owedUntil(project);
            Instant ended = project.endedAt();
            if (due != null && ended != null) {
                waiting.add(new WaitingItem(
                        "doc",
                        "outcomes.waiting",
                        List.of(project.number(), project.titleKo()),
                        "outcomes.waiting.text",
                        new WaitClock(
                                project.startup().name(),
                                LocalDate.ofInstant(ended, seoul),
                                due,
                                today,
                                actor.face() == Face.STARTUP),
                        "/projects/" + project.id().value() + "/outcomes",
                        "outcomes.waiting.open"));
            }
        }
        return waiting;
    }

    @Override
    public Map<String, Object> of(ProjectId project) {
        return Map.of("outcomes", outcomes.of(project));
    }
}
