package dari.duties;

import dari.admin.Applications;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.duties.ProjectDuty.NewDuty;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalOffice;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectMade;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what uses owe: the startup proves it, the hospital's office accepts, sends back or waives. */
@Service
@Transactional
public class ProjectDuties {

    private final ProjectDutyRepository duties;
    private final DutyRules rules;
    private final Projects projects;
    private final Applications applications;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    ProjectDuties(
            ProjectDutyRepository duties,
            DutyRules rules,
            Projects projects,
            Applications applications,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.duties = duties;
        this.rules = rules;
        this.projects = projects;
        this.applications = applications;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** Once, however often the event arrives. */
    @ApplicationModuleListener
    void on(ProjectMade event) {
        if (duties.existsByProject(event.project())) {
            return;
        }
        ProjectView project = projects.facts(event.project());
        List<NewDuty> owed = new ArrayList<>(rules.of(project.terms().terms()));
        applications.approved(project.application()).conditions().stream()
                .map(NewDuty::ofPanel)
                .forEach(owed::add);
        owed.forEach(duty -> duties.save(new ProjectDuty(ids.next(), event.project(), duty, clock.instant())));
        history.recordBySystem(
                "duties",
                HistoryEntry.of("duty.planned", "project", event.project().value())
                        .with("duties", owed.size()));
    }

    /** What a project's startup owes, for both sides and those who run the program. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<DutyView> of(ProjectId id) {
        ProjectView project = projects.show(id);
        LocalDate today = today();
        return duties.findByProjectInOrderById(List.of(id)).stream()
                .map(duty -> duty.view(project, today, seoul))
                .toList();
    }

    /** A condition in the hospital's own words. */
    @HospitalOffice
    public UUID add(ProjectId id, String wording, LocalDate due, boolean stopsAccess) {
        ProjectView project = projects.show(id);
        ContentCheck.message(wording);
        if (due.isBefore(today())) {
            throw new RuleBrokenException("duties.rule.past");
        }
        UUID duty = ids.next();
        duties.save(new ProjectDuty(
                duty, id, NewDuty.condition(wording, due, stopsAccess, false, DutySource.HOSPITAL), clock.instant()));
        record("duty.added", id, wording);
        tell(project, project.startup().id(), "duties.notice.added");
        return duty;
    }

    /**
     * What a board asks for with its yes.
     *
     * @param first whether nothing is prepared or opened before they are met
     * @param due the last day, after which access stops
     */
    @BackgroundWork
    public void addOfBoard(ProjectId id, List<String> wordings, boolean first, LocalDate due) {
        if (due.isBefore(today())) {
            throw new RuleBrokenException("duties.rule.past");
        }
        for (String wording : wordings) {
            ContentCheck.message(wording);
            duties.save(new ProjectDuty(
                    ids.next(), id, NewDuty.condition(wording, due, true, first, DutySource.BOARD), clock.instant()));
            record("duty.added", id, wording);
        }
        if (!wordings.isEmpty()) {
            ProjectView project = projects.facts(id);
            tell(project, project.startup().id(), "duties.notice.added");
        }
    }

    /** The startup says what shows that a duty is met. */
    @StartupMember
    public void give(UUID id, String evidence) {
        ProjectDuty duty = find(id);
        ContentCheck.message(evidence);
        duty.give(evidence, clock.instant());
        record("duty.evidence", duty.project(), null);
        ProjectView project = projects.facts(duty.project());
        tell(project, project.hospital().id(), "duties.notice.evidence");
    }

    /** The hospital accepts what was shown, or sends it back. */
    @HospitalOffice
    public void judge(UUID id, boolean enough, String reason) {
        ProjectDuty duty = find(id);
        ContentCheck.message(reason);
        duty.judge(enough, reason, clock.instant());
        record(enough ? "duty.met" : "duty.sentBack", duty.project(), reason);
        ProjectView project = projects.facts(duty.project());
        tell(project, project.startup().id(), enough ? "duties.notice.met" : "duties.notice.sentBack");
    }

    /** The hospital lets a duty go, and says why. */
    @HospitalOffice
    public void waive(UUID id, String reason) {
        ProjectDuty duty = find(id);
        ContentCheck.message(reason);
        duty.waive(reason, clock.instant());
        record("duty.waived", duty.project(), reason);
        ProjectView project = projects.facts(duty.project());
        tell(project, project.startup().id(), "duties.notice.waived");
    }

    /** A duty of a project that the actor may see. */
    @SignedIn
    @Transactional(readOnly = true)
    public ProjectId projectOf(UUID id) {
        return find(id).project();
    }

    /** The projects in which a duty is overdue that stops access, or one is open that comes before everything. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Set<ProjectId> stopped(Collection<ProjectView> among, LocalDate today) {
        Map<ProjectId, ProjectView> known =
                among.stream().collect(Collectors.toMap(ProjectView::id, project -> project));
        return duties.findByProjectInOrderById(known.keySet()).stream()
                .filter(duty -> {
                    ProjectView project = Objects.requireNonNull(known.get(duty.project()));
                    return duty.holdsUp(project) || (duty.stopsAccess() && duty.isOverdue(project, today, seoul));
                })
                .map(ProjectDuty::project)
                .collect(Collectors.toSet());
    }

    private ProjectDuty find(UUID id) {
        Actor actor = currentActor.get();
        return duties.findById(id)
                .filter(duty -> {
                    ProjectView project = projects.facts(duty.project());
                    return actor.belongsTo(project.startup().id())
                            || actor.belongsTo(project.hospital().id());
                })
                .orElseThrow(() -> new NotFoundException("duty"));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(seoul));
    }

    private void record(String action, ProjectId project, @Nullable String reason) {
        history.record(HistoryEntry.of(action, "project", project.value()).because(reason));
    }

    private void tell(ProjectView project, OrganizationId whom, String key) {
        organizations.tell(
                whom, Set.of(), Notice.of(key, "/projects/" + project.id().value() + "/duties", project.number()));
    }
}
