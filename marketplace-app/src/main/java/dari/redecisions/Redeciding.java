package dari.redecisions;

import dari.agreements.AgreedTerms;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.boards.BoardView;
import dari.kernel.BackgroundWork;
import dari.kernel.Ids;
import dari.kernel.OrganizationId;
import dari.notifications.Notice;
import dari.offers.OfferContent;
import dari.offers.OfferVersions;
import dari.offers.PublishedRevision;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectStatus;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.redecisions.Grounds.Change;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides a project again and makes a task of each difference. However often it runs, the same difference is one task:
 * what nobody answered yet stands, and so does what both sides know to stay as it was.
 */
@Service
@BackgroundWork
@Transactional
class Redeciding {

    private final ProjectFootingRepository footings;
    private final ChangeTaskRepository tasks;
    private final Deciding deciding;
    private final Projects projects;
    private final OfferVersions versions;
    private final AgreedTerms agreed;
    private final Organizations organizations;
    private final History history;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    Redeciding(
            ProjectFootingRepository footings,
            ChangeTaskRepository tasks,
            Deciding deciding,
            Projects projects,
            OfferVersions versions,
            AgreedTerms agreed,
            Organizations organizations,
            History history,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.footings = footings;
        this.tasks = tasks;
        this.deciding = deciding;
        this.projects = projects;
        this.versions = versions;
        this.agreed = agreed;
        this.organizations = organizations;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** What other terms would make of a project that goes on; nothing is kept. */
    @Transactional(readOnly = true)
    public List<Change> preview(ProjectView project, OfferContent terms) {
        Grounds present = footings.findById(project.id())
                .map(ProjectFooting::grounds)
                .orElseGet(() -> deciding.decide(project, project.terms()));
        return deciding.changes(project, present, deciding.decide(project, terms));
    }

    /** What other boards of its hospital would make of it, against what is decided now; nothing is kept. */
    @Transactional(readOnly = true)
    public List<Change> preview(ProjectView project, List<BoardView> boards) {
        OfferContent terms = latest(project).content();
        return deciding.changes(project, deciding.decide(project, terms), deciding.decide(project, terms, boards));
    }

    /**
     * In a transaction of its own that locks before it reads anything, so that of two at the same moment the second sees
     * the tasks of the first. The project's footing is there unless it ended before anybody decided it.
     *
     * @return how many differences are new
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int decide(ProjectId id) {
        Optional<ProjectFooting> known = footings.lock(id);
        ProjectView project = projects.facts(id);
        if (project.status() == ProjectStatus.ENDED) {
            end(id);
            return 0;
        }
        Instant now = clock.instant();
        ProjectFooting footing = known.orElseThrow();
        PublishedRevision latest = latest(project);
        Grounds present = deciding.decide(project, latest.content());
        footing.adopt(present);
        footing.grounds().changesTo(present).stream()
                .filter(change ->
                        !deciding.matters(project, change)) // while nobody hands anything in, the newest counts
                .forEach(footing::takeOver);
        List<Change> changes = footing.grounds().changesTo(present);
        footing.decidedAgain(latest.revision(), now);
        List<ChangeTask> earlier = tasks.findByProjectOrderByIdDesc(id);
        earlier.stream().filter(task -> changes.stream().noneMatch(task::says)).forEach(task -> task.supersede(now));
        List<Change> fresh =
                changes.stream().filter(change -> !isAnswered(earlier, change)).toList();
        fresh.forEach(change -> add(project, change, turn(earlier, change), latest.revision(), now));
        if (!fresh.isEmpty()) {
            tell(project, fresh.size());
        }
        return fresh.size();
    }

    private PublishedRevision latest(ProjectView project) {
        return versions.latest(project.offer())
                .orElseGet(() -> new PublishedRevision(project.offerRevision(), project.terms()));
    }

    /** The project is over: what was open has nothing left to change. */
    public void end(ProjectId id) {
        tasks.findByProjectOrderByIdDesc(id).forEach(task -> task.lapse(clock.instant()));
    }

    private static boolean isAnswered(List<ChangeTask> known, Change change) {
        return latest(known, change)
                .filter(task -> task.says(change) && TaskState.STANDING.contains(task.state()))
                .isPresent();
    }

    private static int turn(List<ChangeTask> known, Change change) {
        return latest(known, change).map(ChangeTask::turn).orElse(0) + 1;
    }

    private static Optional<ChangeTask> latest(List<ChangeTask> known, Change change) {
        return known.stream().filter(task -> task.isAbout(change)).findFirst();
    }

    private void add(ProjectView project, Change change, int turn, int revision, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, seoul);
        ChangeTask task = tasks.save(
                new ChangeTask(ids.next(), project, change, turn, agreed.isSigned(project.id()), revision, today, now));
        history.recordBySystem(
                "redecisions",
                HistoryEntry.of("redecision.task", "project", project.id().value())
                        .with("subject", task.subject())
                        .with("about", task.about())
                        .with("before", change.valueBefore())
                        .with("after", change.valueAfter())
                        .with("remedy", task.remedy())
                        .with("revision", revision));
    }

    private void tell(ProjectView project, int differences) {
        Notice notice = Notice.of(
                "redecisions.notice.changed",
                "/projects/" + project.id().value() + "/changes",
                project.number(),
                Integer.toString(differences));
        for (OrganizationId side :
                List.of(project.startup().id(), project.hospital().id())) {
            organizations.tell(side, Set.of(), notice);
        }
    }
}
