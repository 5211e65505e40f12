package dari.outcomes;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.kernel.Actor;
import dari.kernel.Anyone;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what came of projects. The startup reports; both sides and the program read. */
@Service
@Transactional
public class ReportedOutcomes {

    /** Days after the end of access within which a startup says what came of it. */
    static final int DAYS_TO_REPORT = 90;

    private final OutcomeRepository outcomes;
    private final FeedbackRepository feedbacks;
    private final Projects projects;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    ReportedOutcomes(
            OutcomeRepository outcomes,
            FeedbackRepository feedbacks,
            Projects projects,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.outcomes = outcomes;
        this.feedbacks = feedbacks;
        this.projects = projects;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * Reports one thing that came of a project; there may be several.
     *
     * @throws RuleBrokenException before the project's data was opened, or for a day that is still to come
     */
    @StartupMember
    public void report(ProjectId id, NewOutcome reported) {
        ProjectView project = opened(id);
        if (reported.on().isAfter(LocalDate.now(clock.withZone(seoul)))) {
            throw new RuleBrokenException("outcomes.rule.future");
        }
        ContentCheck.message(reported.title());
        ContentCheck.message(reported.reference());
        outcomes.save(
                new Outcome(ids.next(), project, reported, currentActor.get().user(), clock.instant()));
        history.record(
                HistoryEntry.of("outcome.reported", "project", id.value()).with("kind", reported.kind()));
        organizations.tell(
                project.hospital().id(),
                Set.of(),
                Notice.of("outcomes.notice.reported", "/projects/" + id.value(), project.number()));
    }

    /** Says how it was to work with the hospital, each from 1 to 5. */
    @StartupMember
    public void say(ProjectId id, int data, int answers, String remark) {
        ProjectView project = opened(id);
        ContentCheck.message(remark);
        Feedback said = feedbacks.findByProject(id).orElseGet(() -> new Feedback(ids.next(), project));
        said.say(data, answers, remark, currentActor.get().user(), clock.instant());
        feedbacks.save(said);
        history.record(HistoryEntry.of("outcome.feedback", "project", id.value())
                .with("data", data)
                .with("answers", answers));
    }

    /** What came of a project that the actor may see. */
    @SignedIn
    @Transactional(readOnly = true)
    public ProjectOutcomes of(ProjectId id) {
        ProjectView project = projects.show(id);
        return new ProjectOutcomes(
                outcomes.findByProjectOrderByIdDesc(id).stream()
                        .map(Outcome::view)
                        .toList(),
                feedbacks.findByProject(id).map(Feedback::view).orElse(null),
                due(project));
    }

    /** What came of a project, for the public register. */
    @Anyone
    @Transactional(readOnly = true)
    public List<OutcomeView> publishedOf(ProjectId id) {
        return outcomes.findByProjectOrderByIdDesc(id).stream()
                .map(Outcome::view)
                .toList();
    }

    /** What startups reported of a hospital's projects, the newest first. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<OutcomeView> reportedOf(OrganizationId hospital) {
        return outcomes.findByHospitalOrderByIdDesc(hospital).stream()
                .map(Outcome::view)
                .toList();
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public List<FeedbackView> feedbackOf(OrganizationId hospital) {
        return feedbacks.findByHospital(hospital).stream().map(Feedback::view).toList();
    }

    /**
     * A report that a startup owes.
     *
     * @param since the day on which the project ended
     * @param due the last day to report
     */
    public record Owed(ProjectView project, LocalDate since, LocalDate due) {}

    /** Reports that are owed on projects of the actor, the longest ended first, so many at most. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<Owed> owed(Actor actor, int most) {
        List<ProjectView> ended = projects.endedAfterAccess(actor);
        Set<ProjectId> reported =
                outcomes.findReported(ended.stream().map(ProjectView::id).toList());
        return ended.stream()
                .filter(project -> !reported.contains(project.id()))
                .limit(most)
                .map(project -> new Owed(
                        project,
                        LocalDate.ofInstant(Objects.requireNonNull(project.endedAt()), seoul),
                        Objects.requireNonNull(due(project))))
                .toList();
    }

    private @Nullable LocalDate due(ProjectView project) {
        Instant ended = project.endedAt();
        return ended == null || project.liveSince() == null
                ? null
                : LocalDate.ofInstant(ended, seoul).plusDays(DAYS_TO_REPORT);
    }

    private ProjectView opened(ProjectId id) {
        ProjectView project = projects.show(id);
        if (!currentActor.get().belongsTo(project.startup().id())) {
            throw new NotFoundException("project");
        }
        if (project.liveSince() == null) {
            throw new RuleBrokenException("outcomes.rule.notOpened");
        }
        return project;
    }
}
