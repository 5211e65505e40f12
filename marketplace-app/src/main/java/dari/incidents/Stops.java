package dari.incidents;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Ids;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.kernel.UserId;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectStatus;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.sandboxes.SandboxAccess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a project's access with one press, and opens it again for a reason. */
@Service
@Transactional
public class Stops {

    /** So long the reason may be awaited before those who pressed are asked for it, and asked again. */
    static final Duration EXPLAIN_WITHIN = Duration.ofDays(1);

    private final AccessStopRepository stops;
    private final IncidentRepository incidents;
    private final Projects projects;
    private final SandboxAccess access;
    private final Organizations organizations;
    private final Accounts accounts;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    Stops(
            AccessStopRepository stops,
            IncidentRepository incidents,
            Projects projects,
            SandboxAccess access,
            Organizations organizations,
            Accounts accounts,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.stops = stops;
        this.incidents = incidents;
        this.projects = projects;
        this.access = access;
        this.organizations = organizations;
        this.accounts = accounts;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether somebody may press. */
    static boolean mayStop(Actor actor) {
        return actor.is(Role.HOSPITAL_STEWARD)
                || actor.is(Role.HOSPITAL_BOARD)
                || actor.is(Role.HOSPITAL_PRIVACY)
                || actor.is(Role.PROGRAM_ADMINISTRATOR);
    }

    /** Closes at once everything that opens the project's data; pressed again, nothing more happens. */
    @MayStop
    public void press(ProjectId id) {
        ProjectView project = projects.show(id);
        if (project.status() == ProjectStatus.ENDED) {
            throw new RuleBrokenException("incidents.rule.ended");
        }
        stop(project);
    }

    /** The reason, given after the press; given again, it takes the place of the first, and both stay in the history. */
    @MayStop
    public void explain(ProjectId id, String reason) {
        projects.show(id);
        ContentCheck.message(reason);
        open(id).explain(reason, clock.instant());
        history.record(
                HistoryEntry.of("access.explained", "project", id.value()).because(reason));
    }

    /**
     * Access may open again. A stop alone is lifted by one person; after an incident a second person has to agree, once
     * it is known how bad it is.
     *
     * @return whether access is open as far as the stop is concerned
     */
    @MayStop
    @SecondStep
    public boolean lift(ProjectId id, String reason) {
        ProjectView project = projects.show(id);
        ContentCheck.message(reason);
        AccessStop stop = open(id);
        if (incidents.existsByProjectAndStatusIn(id, Set.of(IncidentStatus.REPORTED, IncidentStatus.CONTAINED))) {
            throw new RuleBrokenException("incidents.rule.assessFirst");
        }
        boolean lifted = stop.lift(reason, currentActor.get().user(), clock.instant());
        history.record(HistoryEntry.of(lifted ? "access.lifted" : "access.liftAsked", "project", id.value())
                .because(reason));
        if (lifted) {
            access.letOpenAgain(id);
        }
        tell(project, lifted ? "incidents.notice.lifted" : "incidents.notice.liftAsked");
        return lifted;
    }

    /** The stop that holds a project of the reader's, or any for those who run the program. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<StopView> of(ProjectId id) {
        projects.show(id);
        return stops.findByOpenProject(id).map(this::view);
    }

    /** The open stops of an organisation's projects, of all for those who run the program; the oldest first. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<StopView> openFor(Actor actor) {
        // stops are few and projects are many
        List<AccessStop> open = stops.findByOpenProjectNotNullOrderById();
        Map<ProjectId, ProjectView> of =
                projects.facts(open.stream().map(AccessStop::project).toList());
        return open.stream()
                .filter(stop -> {
                    ProjectView project = Objects.requireNonNull(of.get(stop.project()));
                    return actor.is(Role.PROGRAM_ADMINISTRATOR)
                            || actor.belongsTo(project.hospital().id())
                            || actor.belongsTo(project.startup().id());
                })
                .map(this::view)
                .toList();
    }

    /** An incident by which use has to stop closes access, and any open stop belongs to it from then on. */
    @BackgroundWork
    public void because(ProjectView project, UUID incident, boolean closes) {
        if (closes && project.status() != ProjectStatus.ENDED) {
            stop(project);
        }
        stops.belongsTo(incident, project.id().value());
    }

    /** Asks those who pressed for the reason, once a day until it is there. */
    @BackgroundWork
    public void remind() {
        Instant now = clock.instant();
        for (AccessStop stop : stops.findToRemind(now.minus(EXPLAIN_WITHIN))) {
            stop.reminded(now);
            organizations.tell(
                    stop.organization(),
                    Set.of(Role.HOSPITAL_STEWARD, Role.HOSPITAL_PRIVACY, Role.PROGRAM_ADMINISTRATOR),
                    Notice.of(
                            "incidents.notice.explain",
                            page(stop.project()),
                            projects.facts(stop.project()).number()));
        }
    }

    private void stop(ProjectView project) {
        Actor by = currentActor.get();
        UUID id = project.id().value();
        if (stops.open(ids.next(), id, by.organization().value(), by.user().value(), clock.instant()) == 0) {
            return;
        }
        access.stop(project.id());
        history.record(HistoryEntry.of("access.stopped", "project", id));
        tell(project, "incidents.notice.stopped");
    }

    private void tell(ProjectView project, String key) {
        Notice notice = Notice.of(key, page(project.id()), project.number());
        organizations.tell(project.startup().id(), Set.of(), notice);
        organizations.tell(
                project.hospital().id(),
                Set.of(Role.HOSPITAL_STEWARD, Role.HOSPITAL_PRIVACY, Role.HOSPITAL_OFFICE, Role.HOSPITAL_BOARD),
                notice);
        organizations.tell(Face.PROGRAM, Role.PROGRAM_ADMINISTRATOR, notice);
    }

    static String page(ProjectId project) {
        return "/projects/" + project.value() + "/safety";
    }

    private AccessStop open(ProjectId id) {
        return stops.findByOpenProject(id).orElseThrow(() -> new RuleBrokenException("incidents.rule.notStopped"));
    }

    private StopView view(AccessStop stop) {
        List<UserId> people = new ArrayList<>(List.of(stop.pressedBy()));
        UserId asked = stop.liftAskedBy();
        if (asked != null) {
            people.add(asked);
        }
        Map<UserId, String> names = accounts.names(people);
        OrganizationId organization = stop.organization();
        return new StopView(
                stop.id(),
                stop.project(),
                organizations.facts(organization).name(LocaleContextHolder.getLocale()),
                names.getOrDefault(stop.pressedBy(), ""),
                stop.pressedAt(),
                stop.reason(),
                stop.incident(),
                asked == null ? null : names.getOrDefault(asked, ""),
                stop.liftAskedAt(),
                stop.liftReason(),
                asked != null && currentActor.person().filter(asked::equals).isPresent());
    }
}
