package dari.redecisions;

import dari.agreements.AgreedTerms;
import dari.approvals.RenewedLooks;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.boards.BoardView;
import dari.documents.ContentCheck;
import dari.kernel.Actor;
import dari.kernel.BoardSecretary;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.HospitalOffice;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.notifications.Notice;
import dari.offers.OfferId;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.organizations.Organizations;
import dari.projects.LiveProjects;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.redecisions.Grounds.Change;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What changed under live projects, for both their sides, and their answers to it. */
@Service
@Transactional
public class Redecisions {

    private final ChangeTaskRepository tasks;
    private final ProjectFootingRepository footings;
    private final Redeciding redeciding;
    private final LiveProjects live;
    private final Projects projects;
    private final Offers offers;
    private final AgreedTerms agreed;
    private final RenewedLooks looks;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    Redecisions(
            ChangeTaskRepository tasks,
            ProjectFootingRepository footings,
            Redeciding redeciding,
            LiveProjects live,
            Projects projects,
            Offers offers,
            AgreedTerms agreed,
            RenewedLooks looks,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Clock clock,
            ZoneId seoul) {
        this.tasks = tasks;
        this.footings = footings;
        this.redeciding = redeciding;
        this.live = live;
        this.projects = projects;
        this.offers = offers;
        this.agreed = agreed;
        this.looks = looks;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** What publishing would do to one live project. */
    record Effect(ProjectView project, List<Change> changes) {}

    /** What an offer of the actor's hospital, as it is drafted now, would do to each live project that rests on it. */
    @HospitalMember
    @Transactional(readOnly = true)
    List<Effect> preview(OfferId id) {
        OfferView offer = offers.mine(id);
        Map<ProjectId, ProjectView> known = projects.facts(live.about(id));
        return effects(known, project -> redeciding.preview(project, offer.content()));
    }

    private static List<Effect> effects(
            Map<ProjectId, ProjectView> known, Function<ProjectView, List<Change>> deciding) {
        return known.values().stream()
                .sorted(Comparator.comparing(ProjectView::number))
                .map(project -> new Effect(project, deciding.apply(project)))
                .toList();
    }

    /** Every difference of a project, the newest first, for those who may see the project. */
    @SignedIn
    @Transactional(readOnly = true)
    List<ChangeTaskView> of(ProjectId id) {
        projects.show(id);
        LocalDate today = today();
        return tasks.findByProjectOrderByIdDesc(id).stream()
                .map(task -> task.view(today))
                .toList();
    }

    /** When a project was last decided, and under which revision of its offer. */
    record Decided(Instant at, int offerRevision) {}

    /** Empty in the moment before the first time. */
    @SignedIn
    @Transactional(readOnly = true)
    Optional<Decided> lastDecided(ProjectId id) {
        projects.show(id);
        return footings.findById(id).map(footing -> new Decided(footing.decidedAt(), footing.offerRevision()));
    }

    /** Those of all projects of the actor's hospital, what is open first. */
    @HospitalMember
    @Transactional(readOnly = true)
    Page<ChangeTaskView> mine(int page, int size) {
        LocalDate today = today();
        return tasks.findOfHospital(currentActor.get().organization(), PageRequest.of(page, size))
                .map(task -> task.view(today));
    }

    /** What other boards would do to each live project of the actor's hospital. */
    @HospitalOffice
    @Transactional(readOnly = true)
    List<Effect> preview(List<BoardView> boards) {
        Map<ProjectId, ProjectView> known =
                projects.facts(live.of(currentActor.get().organization()));
        return effects(known, project -> redeciding.preview(project, boards));
    }

    /** The startup has read what needs no more than that. */
    @StartupMember
    public void acknowledge(UUID id) {
        ChangeTask task = find(id);
        if (task.remedy() != Remedy.TOLD) {
            throw new RuleBrokenException("redecisions.rule.notYours");
        }
        takeOver(task);
    }

    /**
     * The project rests on the new from now on.
     *
     * @throws RuleBrokenException when no amendment was signed, or no board looked, since the difference appeared, or what was
     *     signed still says what it said
     */
    @BoardSecretary
    @SecondStep
    public void takeOver(UUID id) {
        ChangeTask task = answerable(id);
        boolean there = switch (task.remedy()) {
            case AMENDMENT -> agreed.signedSince(task.project(), task.createdAt());
            case LOOK ->
                looks.since(
                        task.project(),
                        task.subject() == Subject.BOARD ? UUID.fromString(task.about()) : null,
                        task.createdAt());
            case TOLD, TOLD_HOSPITAL -> true;
        };
        if (!there) {
            throw new RuleBrokenException("redecisions.rule.missing." + task.remedy());
        }
        if (task.remedy() == Remedy.AMENDMENT && task.subject() == Subject.CLAUSE) {
            requireSaid(task);
        }
        takeOver(task);
    }

    private void requireSaid(ChangeTask task) {
        Grounds.Change change = task.change();
        Ground before = change.before();
        Ground after = change.after();
        if (!agreed.says(
                task.project(), before == null ? null : before.nameKo(), after == null ? null : after.nameKo())) {
            throw new RuleBrokenException("redecisions.rule.unsaid");
        }
    }

    /** The project goes on as it was agreed. */
    @BoardSecretary
    @SecondStep
    public void keep(UUID id, String reason) {
        ChangeTask task = answerable(id);
        if (task.remedy() == Remedy.TOLD_HOSPITAL) {
            throw new RuleBrokenException("redecisions.rule.notYours");
        }
        ContentCheck.message(reason);
        task.answer(TaskState.KEPT, reason, clock.instant());
        record("redecision.kept", task, reason);
        tell(task);
    }

    /** A project that the actor's organisation takes part in. */
    @SignedIn
    @Transactional(readOnly = true)
    public ProjectId projectOf(UUID id) {
        return find(id).project();
    }

    /** Locks the footing before it writes the task, as whoever decides the project again does. */
    private void takeOver(ChangeTask task) {
        Optional<ProjectFooting> footing = footings.lock(task.project());
        task.answer(TaskState.TAKEN_OVER, null, clock.instant());
        footing.ifPresent(known -> known.takeOver(task.change()));
        record("redecision.takenOver", task, null);
        tell(task);
    }

    private ChangeTask answerable(UUID id) {
        ChangeTask task = find(id);
        if (task.remedy() == Remedy.TOLD) {
            throw new RuleBrokenException("redecisions.rule.notYours");
        }
        if (task.remedy().isForTheOffice() && !currentActor.get().is(Role.HOSPITAL_OFFICE)) {
            throw new AccessDeniedException("the research office answers for the agreement and for its steps");
        }
        return task;
    }

    private ChangeTask find(UUID id) {
        Actor actor = currentActor.get();
        return tasks.findById(id)
                .filter(task -> task.isOf(actor.organization()))
                .orElseThrow(() -> new NotFoundException("difference"));
    }

    private void record(String action, ChangeTask task, @Nullable String reason) {
        history.record(HistoryEntry.of(action, "project", task.project().value())
                .with("subject", task.subject())
                .with("about", task.about())
                .because(reason));
    }

    /** The other side hears of the answer. */
    private void tell(ChangeTask task) {
        ProjectView project = projects.facts(task.project());
        boolean byStartup = currentActor.get().belongsTo(project.startup().id());
        organizations.tell(
                (byStartup ? project.hospital() : project.startup()).id(),
                Set.of(),
                Notice.of(
                        "redecisions.notice.answered",
                        "/projects/" + project.id().value() + "/changes",
                        project.number()));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(seoul));
    }
}
