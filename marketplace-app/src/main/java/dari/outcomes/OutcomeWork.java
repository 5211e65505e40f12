package dari.outcomes;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.projects.ProjectId;
import dari.projects.ProjectSection;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The duty to report after the end, on both sides' desks, and what was reported on the project's page. */
@Component
class OutcomeWork implements WaitingSource, ProjectSection {

    private final ReportedOutcomes outcomes;
    private final Clock clock;
    private final ZoneId seoul;

    OutcomeWork(ReportedOutcomes outcomes, Clock clock, ZoneId seoul) {
        this.outcomes = outcomes;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (actor.face() == Face.PROGRAM) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        Locale locale = LocaleContextHolder.getLocale();
        return outcomes.owed(actor, MOST).stream()
                .map(owed -> new WaitingItem(
                        "doc",
                        "outcomes.waiting",
                        List.of(owed.project().number(), owed.project().title(locale)),
                        "outcomes.waiting.text",
                        new WaitClock(
                                owed.project().startup().name(locale),
                                owed.since(),
                                owed.due(),
                                today,
                                actor.face() == Face.STARTUP),
                        "/projects/" + owed.project().id().value() + "/outcomes",
                        "outcomes.waiting.open"))
                .toList();
    }

    @Override
    public Map<String, Object> of(ProjectId project) {
        return Map.of("outcomes", outcomes.of(project));
    }
}
