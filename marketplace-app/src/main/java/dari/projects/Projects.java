package dari.projects;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.offers.OfferContent;
import dari.offers.Offers;
import dari.offers.Revised;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps projects: from the approved application to the end of access. */
@Service
@Transactional
public class Projects {

    private final ProjectRepository projects;
    private final ProjectEnding ending;
    private final Offers offers;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Projects(
            ProjectRepository projects,
            ProjectEnding ending,
            Offers offers,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.projects = projects;
        this.ending = ending;
        this.offers = offers;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
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
        events.publishEvent(new ApprovalOnPaper(id, given, reference, until));
    }

    /**
     * All boards on the project's way have spoken.
     *
     * @param reference the boards' numbers of their decisions; null when none has to be asked
     * @param until the first day on which one of their words runs out; null when none does
     */
    @BackgroundWork
    public void boardsAgreed(ProjectId id, Approval given, @Nullable String reference, @Nullable LocalDate until) {
        projects.findById(id)
                .filter(project -> project.status() != ProjectStatus.ENDED)
                .ifPresent(project -> project.approvalGiven(given, reference, until));
    }

    /** A board has yet to speak, or took its word back: nothing opens until it does. */
    @BackgroundWork
    public void boardsAsked(ProjectId id) {
        projects.findById(id)
                .filter(project -> project.status() != ProjectStatus.ENDED)
                .ifPresent(Project::approvalAsked);
    }

    /**
     * Ends one hospital's part at once: access closes, and what other hospitals give goes on.
     *
     * @param reason what the other side and the program read
     */
    @SignedIn
    @SecondStep
    public void end(ProjectId id, String reason) {
        Actor actor = currentActor.get();
        Project project = projects.findById(id)
                .filter(found -> found.isOf(actor.organization()))
                .orElseThrow(() -> new NotFoundException("project"));
        if (!mayEnd(actor)) {
            throw new AccessDeniedException("who signs for a side, or speaks for it, ends a project");
        }
        history.record(HistoryEntry.of("project.ended", "project", id.value()).because(reason));
        ending.end(project, reason);
    }

    /** Those who bind their organisation. */
    static boolean mayEnd(Actor actor) {
        return actor.is(Role.HOSPITAL_OFFICE)
                || actor.is(Role.HOSPITAL_SIGNATORY)
                || actor.is(Role.STARTUP_OWNER)
                || actor.is(Role.STARTUP_SIGNATORY);
    }

    /**
     * Every hospital's part of the project that a part belongs to: all of them for the startup and for those who run the
     * program, its own ones for a hospital.
     */
    @SignedIn
    @Transactional(readOnly = true)
    public List<ProjectView> parts(ProjectId id) {
        Actor actor = currentActor.get();
        ProjectView one = show(id);
        return projects.findByApplicationOrderById(one.application()).stream()
                .filter(part -> part.isOf(actor.organization()) || actor.is(Role.PROGRAM_ADMINISTRATOR))
                .map(this::view)
                .toList();
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
        return views(found);
    }

    /** Those of the actor, the newest first, a page at a time. */
    @SignedIn
    @Transactional(readOnly = true)
    public Page<ProjectView> mine(int page, int size) {
        Actor actor = currentActor.get();
        Pageable asked = PageRequest.of(page, size);
        Page<Project> found = switch (actor.face()) {
            case STARTUP -> projects.findByStartupOrderByIdDesc(actor.organization(), asked);
            case HOSPITAL -> projects.findByHospitalOrderByIdDesc(actor.organization(), asked);
            case PROGRAM ->
                actor.is(Role.PROGRAM_ADMINISTRATOR) ? projects.findAllByOrderByIdDesc(asked) : Page.empty(asked);
        };
        return new PageImpl<>(views(found.getContent()), asked, found.getTotalElements());
    }

    /** Those of the actor whose data nobody could open yet, the oldest first, so many at most. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<ProjectView> preparing(Actor actor, int most) {
        ProjectStatus preparing = ProjectStatus.PREPARING;
        return views(
                switch (actor.face()) {
                    case STARTUP ->
                        projects.findByStartupAndStatusOrderById(actor.organization(), preparing, Limit.of(most));
                    case HOSPITAL ->
                        projects.findByHospitalAndStatusOrderById(actor.organization(), preparing, Limit.of(most));
                    case PROGRAM ->
                        actor.is(Role.PROGRAM_ADMINISTRATOR)
                                ? projects.findByStatusOrderById(preparing, Limit.of(most))
                                : List.of();
                });
    }

    /** Those of the actor's organisation that ended after their data had been opened, the longest ended first. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<ProjectView> endedAfterAccess(Actor actor) {
        return views(projects.findEndedAfterAccess(actor.organization()));
    }

    /** Every project that an organisation has, on either side. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<ProjectView> ofOrganization(OrganizationId organization) {
        return views(Stream.concat(
                        projects.findByStartupOrderByIdDesc(organization).stream(),
                        projects.findByHospitalOrderByIdDesc(organization).stream())
                .toList());
    }

    /** With whom each of several organisations, on either side, has a project that was made since a time. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<Partnership> partnerships(Collection<OrganizationId> organizations, Instant since) {
        return projects.findPartnerships(organizations, since);
    }

    /** @param plain the project's number in capitals, without what stands between letters and digits */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<ProjectId> withNumber(String plain) {
        return projects.findByPlainNumber(plain).stream().findFirst();
    }

    /** The same for several, as far as projects have these numbers. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<ProjectId> withNumbers(Collection<String> plain) {
        return plain.isEmpty() ? List.of() : projects.findByPlainNumberIn(plain);
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public ProjectView facts(ProjectId id) {
        return projects.findById(id).map(this::view).orElseThrow(() -> new NotFoundException("project"));
    }

    /** The same for several, read at once; by their ids. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<ProjectId, ProjectView> facts(Collection<ProjectId> wanted) {
        return views(projects.findByIdIn(wanted)).stream().collect(Collectors.toMap(ProjectView::id, view -> view));
    }

    /** Number, names and texts of several in one, in both languages and small letters: what words are looked for in. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<ProjectId, String> words(Collection<ProjectId> wanted) {
        List<ProjectTexts> found = projects.findTexts(wanted);
        Map<OrganizationId, OrganizationFacts> sides = organizations.facts(found.stream()
                .flatMap(project -> Stream.of(project.startup(), project.hospital()))
                .collect(Collectors.toSet()));
        return found.stream().collect(Collectors.toMap(ProjectTexts::id, texts -> texts.words(sides)));
    }

    /** The parts of the projects that these applications became, with their application. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<ProjectId, UUID> ofApplications(Collection<UUID> applications) {
        return projects.findByApplicationIn(applications).stream()
                .collect(Collectors.toMap(Project::id, Project::application));
    }

    /** Access opened for the first time. */
    @BackgroundWork
    public void goLive(ProjectId id) {
        projects.findById(id)
                .orElseThrow(() -> new NotFoundException("project"))
                .goLive(clock.instant());
    }

    /** The agreed days of access are over: so is the part, unless somebody ended it before. */
    @BackgroundWork
    public void daysAreOver(ProjectId id) {
        Project project = projects.findById(id).orElseThrow(() -> new NotFoundException("project"));
        if (project.status() == ProjectStatus.LIVE) {
            history.recordBySystem("expiry", HistoryEntry.of("project.ended", "project", id.value()));
            ending.end(project, "");
        }
    }

    static boolean isApproved(ProjectView project, LocalDate today) {
        LocalDate until = project.approvalUntil();
        return project.approval().isThere() && (until == null || !today.isAfter(until));
    }

    private ProjectView view(Project project) {
        return views(List.of(project)).get(0);
    }

    /** Several, in their order: what they are about is read at once. */
    private List<ProjectView> views(List<Project> several) {
        Map<OrganizationId, OrganizationFacts> sides = organizations.facts(several.stream()
                .flatMap(project -> Stream.of(project.startup(), project.hospital()))
                .collect(Collectors.toSet()));
        Map<Revised, OfferContent> contents = offers.frozen(several.stream()
                .map(project -> new Revised(project.offer(), project.offerRevision()))
                .toList());
        return several.stream().map(project -> view(project, sides, contents)).toList();
    }

    private static ProjectView view(
            Project p, Map<OrganizationId, OrganizationFacts> sides, Map<Revised, OfferContent> contents) {
        return new ProjectView(
                p.id(),
                p.application(),
                p.number(),
                Objects.requireNonNull(sides.get(p.startup())),
                Objects.requireNonNull(sides.get(p.hospital())),
                p.offer(),
                p.offerRevision(),
                Objects.requireNonNull(contents.get(new Revised(p.offer(), p.offerRevision()))),
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
                p.createdAt(),
                p.liveSince(),
                p.endedAt(),
                p.endReason());
    }
}
