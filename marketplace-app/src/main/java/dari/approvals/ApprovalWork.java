package dari.approvals;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.projects.ProjectId;
import dari.projects.ProjectSection;
import dari.projects.ProjectStatus;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
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
import org.springframework.stereotype.Component;

/** Papers to hand in and matters to decide on the desks of whoever holds them; the boards on the project's page. */
@Component
class ApprovalWork implements WaitingSource, RailSource, ProjectSection {

    private static final int DAYS_TO_ACT = 14;

    private final Approvals approvals;
    private final Projects projects;
    private final Clock clock;
    private final ZoneId seoul;

    ApprovalWork(Approvals approvals, Projects projects, Clock clock, ZoneId seoul) {
        this.approvals = approvals;
        this.projects = projects;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public Map<String, Object> of(ProjectId project) {
        RouteView route = approvals.route(project);
        return route.rows().isEmpty() ? Map.of() : Map.of("route", route);
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        Locale locale = LocaleContextHolder.getLocale();
        List<ApprovalView> waiting = approvals.waiting(actor, MOST);
        Map<ProjectId, ProjectView> known = projects.facts(
                waiting.stream().map(ApprovalView::project).distinct().toList());
        return waiting.stream()
                .filter(one -> Objects.requireNonNull(known.get(one.project())).status() != ProjectStatus.ENDED)
                .map(one -> item(one, Objects.requireNonNull(known.get(one.project())), actor, today, locale))
                .toList();
    }

    private WaitingItem item(ApprovalView approval, ProjectView project, Actor actor, LocalDate today, Locale locale) {
        boolean look = approval.state().isBeforeBoard()
                && (actor.is(Role.HOSPITAL_BOARD)
                        || actor.is(Role.HOSPITAL_PRIVACY)
                        || actor.is(Role.HOSPITAL_STEWARD));
        boolean hospital = actor.face() == Face.HOSPITAL;
        LocalDate since = LocalDate.ofInstant(approval.changedAt(), seoul);
        return new WaitingItem(
                "gavel",
                "approvals.waiting." + approval.state(),
                List.of(project.number(), approval.name(locale)),
                "approvals.waiting.text",
                new WaitClock(
                        hospital
                                ? project.hospital().name(locale)
                                : project.startup().name(locale),
                        since,
                        since.plusDays(DAYS_TO_ACT),
                        today,
                        true),
                look
                        ? "/hospital/looks/" + approval.id()
                        : "/projects/" + project.id().value() + "/route",
                "approvals.waiting.open");
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(
                        Face.HOSPITAL,
                        61,
                        "/hospital/looks",
                        "gavel",
                        "rail.looks",
                        Role.HOSPITAL_BOARD,
                        Role.HOSPITAL_PRIVACY,
                        Role.HOSPITAL_STEWARD),
                RailEntry.of(
                        Face.HOSPITAL,
                        62,
                        "/hospital/sittings",
                        "calendar",
                        "rail.sittings",
                        Role.HOSPITAL_BOARD_SECRETARY,
                        Role.HOSPITAL_OFFICE));
    }
}
