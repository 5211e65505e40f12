package dari.incidents;

import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.organizations.OrganizationFacts;
import dari.projects.ProjectId;
import dari.projects.ProjectSection;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Stops to explain, incidents to lead, receipts to attest: on the desks of those whose turn it is, and on the project. */
@Component
class IncidentWork implements WaitingSource, RailSource, ProjectSection {

    /** Days within which an incident without a clock is meant to find its lesson. */
    private static final int DAYS_TO_LEARN = 30;

    private static final int DAYS_TO_ATTEST = 3;

    private final Stops stops;
    private final IncidentRepository incidents;
    private final RecallRepository recalls;
    private final Projects projects;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    IncidentWork(
            Stops stops,
            IncidentRepository incidents,
            RecallRepository recalls,
            Projects projects,
            CurrentActor currentActor,
            Clock clock,
            ZoneId seoul) {
        this.stops = stops;
        this.incidents = incidents;
        this.recalls = recalls;
        this.projects = projects;
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        return actor.face() == Face.STARTUP
                ? attestations(actor)
                : Stream.concat(stopped(actor).stream(), open(actor).stream()).toList();
    }

    /** What somebody of the firm received and has not yet said to be deleted. */
    private List<WaitingItem> attestations(Actor actor) {
        return recalls.findOpen(actor.organization(), Limit.of(MOST)).stream()
                .flatMap(id -> incidents.findById(id).stream())
                .map(incident -> {
                    IncidentFacts facts = incident.facts();
                    ProjectView project = projects.facts(facts.project());
                    LocalDate since = day(facts.reportedAt());
                    return item(
                            "incidents.waiting.attest",
                            project,
                            new WaitClock(
                                    project.startup().name(locale()),
                                    since,
                                    since.plusDays(DAYS_TO_ATTEST),
                                    today(),
                                    true),
                            "/incidents/" + facts.id());
                })
                .toList();
    }

    private List<WaitingItem> stopped(Actor actor) {
        if (!Stops.mayStop(actor)) {
            return List.of();
        }
        List<WaitingItem> items = new ArrayList<>();
        for (StopView stop : stops.openFor(actor)) {
            String key = stop.reason() == null
                    ? "incidents.waiting.explain"
                    : stop.liftAskedBy() == null ? "incidents.waiting.lift" : "incidents.waiting.second";
            LocalDate since = day(stop.liftAskedAt() == null ? stop.pressedAt() : stop.liftAskedAt());
            ProjectView project = projects.facts(stop.project());
            items.add(item(
                    key,
                    project,
                    new WaitClock(
                            stop.reason() == null
                                    ? stop.organization()
                                    : project.hospital().name(locale()),
                            since,
                            since.plusDays(stop.reason() == null ? 1 : DAYS_TO_LEARN),
                            today(),
                            !stop.askedByMe()),
                    Stops.page(stop.project())));
        }
        return items.stream().limit(MOST).toList();
    }

    private List<WaitingItem> open(Actor actor) {
        if (!Incidents.handles(actor)) {
            return List.of();
        }
        List<Incident> open = actor.is(Role.PROGRAM_ADMINISTRATOR)
                ? incidents.findByStatusNotOrderById(IncidentStatus.CLOSED, Limit.of(MOST))
                : incidents.findByHospitalAndStatusNotOrderById(
                        actor.organization(), IncidentStatus.CLOSED, Limit.of(MOST));
        Map<ProjectId, ProjectView> of =
                projects.facts(open.stream().map(Incident::project).toList());
        return open.stream()
                .map(incident -> {
                    IncidentFacts facts = incident.facts();
                    ProjectView project = Objects.requireNonNull(of.get(facts.project()));
                    OrganizationFacts holder = project.hospital();
                    LocalDate since = day(facts.changedAt());
                    Instant notifyBy = facts.notifyBy();
                    LocalDate due =
                            incident.clockRuns() && notifyBy != null ? day(notifyBy) : since.plusDays(DAYS_TO_LEARN);
                    return item(
                            "incidents.waiting." + facts.status(),
                            project,
                            new WaitClock(holder.name(locale()), since, due, today(), actor.face() == Face.HOSPITAL),
                            "/incidents/" + facts.id());
                })
                .toList();
    }

    private static WaitingItem item(String key, ProjectView project, WaitClock clock, String url) {
        return new WaitingItem(
                "warn",
                key,
                List.of(project.number(), project.title(locale())),
                "projects.waiting.text",
                clock,
                url,
                "projects.waiting.open");
    }

    /** The project's page shows the stop, and who may press has the button there. */
    @Override
    public Map<String, Object> of(ProjectId project) {
        Map<String, Object> shown = new HashMap<>();
        stops.of(project).ifPresent(stop -> shown.put("stop", stop));
        List<UUID> known = incidents.findByProjectOrderByIdDesc(project).stream()
                .map(Incident::id)
                .toList();
        shown.put("incidentCount", known.size());
        shown.put("mayStop", Stops.mayStop(currentActor.get()));
        return shown;
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(Face.STARTUP, 75, "/incidents", "warn", "rail.incidents"),
                RailEntry.of(Face.HOSPITAL, 75, "/incidents", "warn", "rail.incidents"),
                RailEntry.of(Face.PROGRAM, 75, "/incidents", "warn", "rail.incidents", Role.PROGRAM_ADMINISTRATOR));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, seoul);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(seoul));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
