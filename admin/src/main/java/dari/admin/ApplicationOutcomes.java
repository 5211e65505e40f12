package dari.admin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the panel's decisions do to applications. Its callers, the services of {@code dari.admin.panel}, have decided who
 * may: nothing here asks for a person.
 */
@Service
@Transactional
public class ApplicationOutcomes {

    /** What no panel looks at. */
    private static final Set<ApplicationStatus> UNSEEN =
            EnumSet.of(ApplicationStatus.DRAFT, ApplicationStatus.RETURNED, ApplicationStatus.WITHDRAWN);

    private final ApplicationRepository repository;
    private final Applications applications;
    private final Calls calls;
    private final Reviews reviews;
    private final DecisionDesk desk;
    private final ProgramSurroundings surroundings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    ApplicationOutcomes(
            ApplicationRepository repository,
            Applications applications,
            Calls calls,
            Reviews reviews,
            DecisionDesk desk,
            ProgramSurroundings surroundings,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.repository = repository;
        this.applications = applications;
        this.calls = calls;
        this.reviews = reviews;
        this.desk = desk;
        this.surroundings = surroundings;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    @CalledByOthers
    @Transactional(readOnly = true)
    public BoardRow row(UUID application) {
        Application found = applications.find(application);
        if (found.status() == ApplicationStatus.DRAFT) {
            throw new ProgramNotFoundException("application");
        }
        return row(found);
    }

    /** The applications of a call that a panel may look at, in the order in which they were begun. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<BoardRow> ofCall(UUID call) {
        return desk.rows(repository.findByProgramCallOrderById(call).stream()
                .filter(application -> !UNSEEN.contains(application.status()))
                .toList());
    }

    /** The same without their texts: for lists of thousands. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<ScoredApplication> scored(UUID call) {
        Map<UUID, List<Double>> points = reviews.pointsIn(call);
        int least = calls.find(call).leastReviews();
        return repository.findOutlines(call, UNSEEN).stream()
                .map(outline -> {
                    List<Double> given = points.getOrDefault(outline.id(), List.of());
                    return new ScoredApplication(
                            outline.id(),
                            outline.hospital(),
                            outline.offer(),
                            outline.status(),
                            outline.submittedAt(),
                            given,
                            given.size() >= least);
                })
                .toList();
    }

    /** A page of the applications of a call that a panel may look at, in the order in which they were begun. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<UUID> seen(UUID call, int page, int size) {
        return repository.findIdsNotIn(call, UNSEEN, PageRequest.of(page, size));
    }

    @CalledByOthers
    @Transactional(readOnly = true)
    public int countSeen(UUID call) {
        return (int) repository.countByProgramCallAndStatusNotIn(call, UNSEEN);
    }

    @CalledByOthers
    @Transactional(readOnly = true)
    public long count(UUID call, Set<ApplicationStatus> stages) {
        return repository.countByProgramCallAndStatusIn(call, stages);
    }

    /** Those of them whose call's least number of reviews is in, as far as the actor may learn of it. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public long countReviewed(UUID call, Set<ApplicationStatus> stages) {
        return reviews.countComplete(call, stages, calls.find(call).leastReviews());
    }

    /** Whether a panel looks at applications at this stage. */
    @CalledByOthers
    public static boolean isSeen(ApplicationStatus stage) {
        return !UNSEEN.contains(stage);
    }

    /** Where the applications of a call stand that a panel may look at, in the order in which they were begun. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public Map<UUID, ApplicationStatus> stages(UUID call) {
        Map<UUID, ApplicationStatus> stages = new LinkedHashMap<>();
        repository.findOutlines(call, UNSEEN).forEach(outline -> stages.put(outline.id(), outline.status()));
        return stages;
    }

    /** The applications of a call at these stages, in the order in which they were begun. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<UUID> standing(UUID call, Set<ApplicationStatus> statuses) {
        return repository.findIds(call, statuses);
    }

    /** Several, read at once; by their ids. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public Map<UUID, BoardRow> rows(Collection<UUID> several) {
        return desk.rows(repository.findByIdIn(several)).stream()
                .collect(Collectors.toMap(row -> row.application().id(), row -> row));
    }

    /** The same without reviews. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public Map<UUID, ApplicationView> views(Collection<UUID> several) {
        return applications.views(repository.findByIdIn(several)).stream()
                .collect(Collectors.toMap(ApplicationView::id, view -> view));
    }

    /** An application of the actor's startup. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public ApplicationView own(UUID application) {
        return repository
                .findByIdAndStartup(application, surroundings.actor().organization())
                .map(applications::view)
                .orElseThrow(() -> new ProgramNotFoundException("application"));
    }

    @CalledByOthers
    @Transactional(readOnly = true)
    public CallView call(UUID call) {
        return calls.find(call).view(calls.today());
    }

    @CalledByOthers
    @Transactional(readOnly = true)
    public CallRules rules(UUID call) {
        return calls.find(call).rules();
    }

    @CalledByOthers
    @Transactional(readOnly = true)
    public boolean wasAskedToReview(UUID person, UUID application) {
        return reviews.isAsked(person, application);
    }

    /** The offer an application was begun with. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public UUID dataset(UUID application) {
        return applications.find(application).offer();
    }

    /** The day of the decision that holds; null before the first. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public @Nullable LocalDate decidedOn(UUID application) {
        Instant at = applications.find(application).decidedAt();
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }

    @CalledByOthers
    @Transactional(readOnly = true)
    public LocalDate today() {
        return calls.today();
    }

    /** @throws ProgramRuleBrokenException before the least number of reviews is in */
    @CalledByOthers
    public void putBeforePanel(UUID id) {
        Application application = applications.find(id);
        if (!row(application).ready()) {
            throw new ProgramRuleBrokenException("admin.rule.decision.tooEarly");
        }
        application.putBeforePanel();
        events.publishEvent(new ApplicationBeforePanel(id));
    }

    /**
     * Gives the application its outcome, and tells both sides.
     *
     * @param conditions one a line; null for none
     * @param actor who published it
     * @param pending whether an approval still waits for the applicant to accept it: only then comes the project
     */
    @CalledByOthers
    public void decide(
            UUID id, DecisionOutcome outcome, String reason, @Nullable String conditions, UUID actor, boolean pending) {
        Application application = applications.find(id);
        application.decide(outcome, reason, conditions, actor, clock.instant());
        surroundings.tellOrganization(
                application.startup(),
                switch (outcome) {
                    case APPROVED, APPROVED_WITH_CONDITIONS -> "admin.notice.approved";
                    case WAITLISTED -> "panel.notice.waitlisted";
                    case REJECTED -> "admin.notice.rejected";
                },
                "/startup/applications/" + id + "/decision",
                surroundings.inNotices(application.offerTitle()));
        if (!pending) {
            settle(application, outcome, actor);
        }
    }

    /** The applicant accepted what it was offered. */
    @CalledByOthers
    public void accepted(UUID id, UUID actor) {
        Application application = applications.find(id);
        settle(application, DecisionOutcome.valueOf(application.status().name()), actor);
    }

    @CalledByOthers
    public void appeal(UUID id) {
        applications.find(id).appeal();
    }

    @CalledByOthers
    public void uphold(UUID id, DecisionOutcome former) {
        applications.find(id).uphold(former);
    }

    @CalledByOthers
    public void close(UUID id) {
        applications.find(id).close();
    }

    @CalledByOthers
    public void giveUpPlace(UUID id) {
        applications.find(id).giveUpPlace();
    }

    private void settle(Application application, DecisionOutcome outcome, UUID actor) {
        if (outcome.isApproval()) {
            surroundings.tellOrganization(
                    application.hospital(),
                    "admin.notice.approved",
                    "/projects",
                    surroundings.inNotices(application.offerTitle()));
        }
        if (outcome != DecisionOutcome.WAITLISTED) {
            events.publishEvent(new ApplicationDecided(application.id(), outcome.isApproval(), actor));
        }
    }

    private BoardRow row(Application application) {
        return desk.rows(List.of(application)).get(0);
    }
}
