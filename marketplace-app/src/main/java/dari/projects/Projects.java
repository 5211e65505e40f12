package dari.projects;

import dari.admin.ApplicationDecided;
import dari.admin.Applications;
import dari.admin.ApprovedApplication;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.matching.permission.Term;
import dari.notifications.Notice;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.offers.Offers;
import dari.organizations.Organizations;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps projects: from the approved application to the end of access. */
@Service
@Transactional
public class Projects {

    private final ProjectRepository projects;
    private final ProjectNumbers numbers;
    private final Applications applications;
    private final Offers offers;
    private final Organizations organizations;
    private final History history;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    Projects(
            ProjectRepository projects,
            ProjectNumbers numbers,
            Applications applications,
            Offers offers,
            Organizations organizations,
            History history,
            ApplicationEventPublisher events,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.projects = projects;
        this.numbers = numbers;
        this.applications = applications;
        this.offers = offers;
        this.organizations = organizations;
        this.history = history;
        this.events = events;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** An approved application becomes one project, however often the event arrives. */
    @ApplicationModuleListener
    void on(ApplicationDecided event) {
        if (!event.approved() || projects.existsByApplication(event.application())) {
            return;
        }
        ApprovedApplication application = applications.approved(event.application());
        OfferContent offer = offers.frozen(new OfferId(application.offer()), application.offerRevision());
        ProjectId id = new ProjectId(ids.next());
        Project project = projects.save(new Project(
                id,
                numbers.next(LocalDate.now(clock.withZone(seoul)).getYear()),
                application,
                offer,
                offer.terms().isTrue(Term.ETHICS_APPROVAL_REQUIRED),
                clock.instant()));
        history.recordBySystem(
                "program",
                HistoryEntry.of("project.made", "project", id.value())
                        .with("application", event.application())
                        .with("actor", event.actor()));
        Notice notice = Notice.of("projects.notice.made", "/projects/" + id.value(), project.number());
        organizations.tell(project.startup(), Set.of(), notice);
        organizations.tell(project.hospital(), Set.of(), notice);
        events.publishEvent(new ProjectMade(id, application.ownSharePercent()));
    }

    /**
     * Records what the hospital's board said.
     *
     * @param reference the board's number of the decision
     * @param until last day the approval holds; null when it does not expire
     */
    @HospitalMember
    @SecondStep
    public void recordApproval(ProjectId id, Approval given, String reference, @Nullable LocalDate until) {
        Actor actor = currentActor.get();
        Project project = projects.findById(id)
                .filter(found -> actor.belongsTo(found.hospital()))
                .orElseThrow(() -> new NotFoundException("project"));
        if (!recordsApprovals(actor)) {
            throw new AccessDeniedException("the board, its secretary or the research office records approvals");
        }
        project.approvalGiven(given, reference, until);
        history.record(HistoryEntry.of("project.approval", "project", id.value())
                .with("approval", given)
                .because(reference));
    }

    /** Whether somebody may write down what the hospital's board said. */
    static boolean recordsApprovals(Actor actor) {
        return actor.is(Role.HOSPITAL_BOARD)
                || actor.is(Role.HOSPITAL_BOARD_SECRETARY)
                || actor.is(Role.HOSPITAL_OFFICE);
    }

    /** A project of the actor's organisation, or any for those who run the program. */
    @SignedIn
    @Transactional(readOnly = true)
    public ProjectView show(ProjectId id) {
        Actor actor = currentActor.get();
        return projects.findById(id)
                .filter(project -> project.isOf(actor.organization()) || actor.is(Role.PROGRAM_ADMINISTRATOR))
                .map(this::view)
                .orElseThrow(() -> new NotFoundException("project"));
    }

    @SignedIn
    @Transactional(readOnly = true)
    public List<ProjectView> mine() {
        return of(currentActor.get());
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public List<ProjectView> of(Actor actor) {
        List<Project> found = switch (actor.face()) {
            case STARTUP -> projects.findByStartupOrderByIdDesc(actor.organization());
            case HOSPITAL -> projects.findByHospitalOrderByIdDesc(actor.organization());
            case PROGRAM -> actor.is(Role.PROGRAM_ADMINISTRATOR) ? projects.findAllByOrderByIdDesc() : List.of();
        };
        return found.stream().map(this::view).toList();
    }

    /** Every project that an organisation has, on either side. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<ProjectView> ofOrganization(OrganizationId organization) {
        return Stream.concat(
                        projects.findByStartupOrderByIdDesc(organization).stream(),
                        projects.findByHospitalOrderByIdDesc(organization).stream())
                .map(this::view)
                .toList();
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public ProjectView facts(ProjectId id) {
        return projects.findById(id).map(this::view).orElseThrow(() -> new NotFoundException("project"));
    }

    /** Which projects these applications became, by application; without those that became none. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<UUID, ProjectId> ofApplications(Collection<UUID> applications) {
        return projects.findByApplicationIn(applications).stream()
                .collect(Collectors.toMap(Project::application, Project::id));
    }

    /** Access opened for the first time. */
    @BackgroundWork
    public void goLive(ProjectId id) {
        projects.findById(id)
                .orElseThrow(() -> new NotFoundException("project"))
                .goLive();
    }

    static boolean isApproved(ProjectView project, LocalDate today) {
        LocalDate until = project.approvalUntil();
        return project.approval().isThere() && (until == null || !today.isAfter(until));
    }

    private ProjectView view(Project p) {
        return new ProjectView(
                p.id(),
                p.number(),
                organizations.facts(p.startup()),
                organizations.facts(p.hospital()),
                p.offer(),
                p.offerRevision(),
                offers.frozen(p.offer(), p.offerRevision()),
                p.status(),
                p.title(),
                p.titleEn(),
                p.summaryKo(),
                p.summaryEn(),
                p.benefit(),
                p.callTitle(),
                p.callTitleEn(),
                p.approval(),
                p.approvalReference(),
                p.approvalUntil(),
                p.createdAt());
    }
}
