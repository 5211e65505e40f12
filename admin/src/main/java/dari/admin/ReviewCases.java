package dari.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** What the rooms beside the desk may know of calls, applications and reviews; who may ask them is their own affair. */
@Component
public class ReviewCases {

    private static final Set<ReviewStatus> COUNTING =
            Arrays.stream(ReviewStatus.values()).filter(ReviewStatus::counts).collect(Collectors.toSet());

    private static final UUID NO_APPLICATION = new UUID(0, 0);

    private final ApplicationRepository applications;
    private final ReviewRepository reviews;
    private final GivenInCalls scores;
    private final Parties parties;
    private final Calls calls;
    private final ReviewSurroundings surroundings;
    private final Clock clock;
    private final ZoneId zone;

    ReviewCases(
            ApplicationRepository applications,
            ReviewRepository reviews,
            GivenInCalls scores,
            Parties parties,
            Calls calls,
            ReviewSurroundings surroundings,
            Clock clock,
            ZoneId zone) {
        this.applications = applications;
        this.reviews = reviews;
        this.scores = scores;
        this.parties = parties;
        this.calls = calls;
        this.surroundings = surroundings;
        this.clock = clock;
        this.zone = zone;
    }

    public CallView call(UUID id) {
        return calls.find(id).view(calls.today());
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    public ReviewedApplication application(UUID id) {
        return applications
                .findById(id)
                .map(found -> ReviewedApplication.of(found, parties.of(found)))
                .orElseThrow(() -> new ProgramNotFoundException("application"));
    }

    /** The applications of a call that were handed in, in the order of their ids. */
    public List<ReviewedApplication> applicationsOf(UUID call) {
        List<Application> found = applications.findByProgramCallOrderById(call).stream()
                .filter(application -> application.status() != ApplicationStatus.DRAFT)
                .toList();
        Map<UUID, Set<UUID>> of = parties.of(found);
        return found.stream()
                .map(application -> ReviewedApplication.of(application, of.getOrDefault(application.id(), Set.of())))
                .toList();
    }

    /** Several by their ids, in their order. */
    public List<ReviewedApplication> applications(List<UUID> wanted) {
        List<Application> found = applications.findByIdIn(wanted).stream()
                .sorted(Comparator.comparing(application -> wanted.indexOf(application.id())))
                .toList();
        Map<UUID, Set<UUID>> of = parties.of(found);
        return found.stream()
                .map(application -> ReviewedApplication.of(application, of.getOrDefault(application.id(), Set.of())))
                .toList();
    }

    /** The applications of a call for which reviewers can be found, and how many of their reviews count; by their ids' order. */
    public Map<UUID, Long> countingIn(UUID call) {
        Map<UUID, Long> counting = new LinkedHashMap<>();
        reviews.countCounting(call, COUNTING).forEach(of -> counting.put(of.application(), of.counting()));
        return counting;
    }

    public boolean isAnybodyAskedIn(UUID call) {
        return !reviews.findSome(call, Limit.of(1)).isEmpty();
    }

    /** Whether one of these applications is one that was handed in for the call. */
    public boolean isAnyOf(UUID call, Collection<UUID> wanted) {
        return !wanted.isEmpty()
                && applications.findByIdIn(wanted).stream()
                        .anyMatch(application ->
                                application.call().equals(call) && application.status() != ApplicationStatus.DRAFT);
    }

    public List<AskedReviewer> askedFor(Collection<UUID> wanted) {
        return wanted.isEmpty() ? List.of() : asked(reviews.findByApplicationInOrderById(wanted));
    }

    public List<AskedReviewer> askedOf(Collection<UUID> reviewers) {
        return reviewers.isEmpty() ? List.of() : asked(reviews.findByReviewerIn(reviewers));
    }

    /** How many reviews these people still owe, over all calls; who owes none is left out. */
    public Map<UUID, Integer> openWork(Collection<UUID> reviewers) {
        if (reviewers.isEmpty()) {
            return Map.of();
        }
        return reviews.countOpen(reviewers, ReviewStatus.OPEN).stream()
                .collect(Collectors.toMap(ReviewRepository.OpenWork::getReviewer, work -> (int) work.getOpen()));
    }

    /**
     * What became of everything that each of these people was asked; who was asked nothing is left out.
     *
     * @param leftOut applications that do not count
     */
    public Map<UUID, ReviewerRecord> recordsOf(Collection<UUID> reviewers, Set<UUID> leftOut) {
        if (reviewers.isEmpty()) {
            return Map.of();
        }
        return reviews.tally(reviewers, ReviewStatus.OPEN, today(), neverEmpty(leftOut)).stream()
                .collect(Collectors.toMap(
                        ReviewRepository.Tally::getReviewer,
                        tally -> new ReviewerRecord(
                                (int) tally.getAsked(),
                                (int) tally.getOpen(),
                                (int) tally.getSubmitted(),
                                (int) tally.getLate(),
                                (int) tally.getConflicted())));
    }

    /** For SQL, which knows no empty list. */
    static Set<UUID> neverEmpty(Set<UUID> applications) {
        return applications.isEmpty() ? Set.of(NO_APPLICATION) : applications;
    }

    private List<AskedReviewer> asked(List<Review> found) {
        LocalDate today = today();
        // read at once: asked one by one below, they come from the session
        applications.findByIdIn(found.stream().map(Review::application).toList());
        Map<UUID, Rubric> rubrics = new HashMap<>();
        return found.stream().map(review -> asked(review, today, rubrics)).toList();
    }

    private AskedReviewer asked(Review review, LocalDate today, Map<UUID, Rubric> rubrics) {
        boolean submitted = review.status() == ReviewStatus.SUBMITTED;
        Application application = applications
                .findById(review.application())
                .orElseThrow(() -> new ProgramNotFoundException("application"));
        Rubric rubric = rubrics.computeIfAbsent(
                application.call(), call -> calls.find(call).rubric());
        return new AskedReviewer(
                review.id(),
                review.application(),
                review.reviewer(),
                review.status().isOpen() && application.status() == ApplicationStatus.IN_REVIEW,
                review.status().counts(),
                review.status() == ReviewStatus.CONFLICTED,
                submitted,
                review.isLate(today) || review.isReplaced(),
                review.submittedAt(),
                submitted ? rubric.points(review.scores()) : null,
                submitted ? review.scores() : Map.of());
    }

    /**
     * Whether the present person must not learn who reviews an application: they belong to a side, declared a conflict, or
     * were asked and have not handed in yet.
     */
    public boolean isHiddenFromActor(UUID application) {
        return hiddenFromActor().contains(application);
    }

    /** Every application about whose reviewers the present person must not learn. */
    Set<UUID> hiddenFromActor() {
        return surroundings.actorIfAny().map(actor -> hiddenFrom(actor.user())).orElse(Set.of());
    }

    /** What every handed-in review of a call scores. */
    public List<GivenScores> givenIn(UUID call) {
        return scores.of(call, calls.find(call).rubric());
    }

    /** Every application about whose reviewers a person must not learn. */
    public Set<UUID> hiddenFrom(UUID person) {
        Set<UUID> hidden = parties.ofAny(surroundings.organizationsOf(person));
        hidden.addAll(reviews.findUnfinished(person));
        return hidden;
    }
}
