package dari.renewals;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Requests for more days on both sides' desks: due before the present days end. */
@Component
class RenewalWork implements WaitingSource {

    private final RenewalRepository renewals;
    private final Projects projects;
    private final Clock clock;
    private final ZoneId seoul;

    RenewalWork(RenewalRepository renewals, Projects projects, Clock clock, ZoneId seoul) {
        this.renewals = renewals;
        this.projects = projects;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        Limit most = Limit.of(MOST);
        RenewalState asked = RenewalState.ASKED;
        List<Renewal> found = switch (actor.face()) {
            case STARTUP -> renewals.findByStartupAndStateOrderByEndsOn(actor.organization(), asked, most);
            case HOSPITAL -> renewals.findByHospitalAndStateOrderByEndsOn(actor.organization(), asked, most);
            case PROGRAM -> List.of();
        };
        Map<ProjectId, ProjectView> known =
                projects.facts(found.stream().map(Renewal::project).toList());
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        Locale locale = LocaleContextHolder.getLocale();
        return found.stream()
                .map(renewal ->
                        item(renewal, Objects.requireNonNull(known.get(renewal.project())), actor, today, locale))
                .toList();
    }

    private WaitingItem item(Renewal renewal, ProjectView project, Actor actor, LocalDate today, Locale locale) {
        return new WaitingItem(
                "calendar",
                "renewals.waiting",
                List.of(project.number(), project.title(locale)),
                "projects.waiting.text",
                new WaitClock(
                        project.hospital().name(locale),
                        LocalDate.ofInstant(renewal.askedAt(), seoul),
                        renewal.endsOn(),
                        today,
                        actor.face() == Face.HOSPITAL && actor.is(Role.HOSPITAL_OFFICE)),
                "/sandboxes/" + renewal.sandbox().value() + "/renewal",
                "projects.waiting.open");
    }
}
