package dari.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the rooms beside the desk may know of calls, applications and reviews; who may ask them is their own affair. */
@Component
public class ReviewCases {

    private final ApplicationRepository applications;
    private final ReviewRepository reviews;
    private final Parties parties;
    private final Calls calls;
    private final ReviewSurroundings surroundings;
    private final Clock clock;
    private final ZoneId zone;

    ReviewCases(
            ApplicationRepository applications,
            ReviewRepository reviews,
            Parties parties,
            Calls calls,
            ReviewSurroundings surroundings,
            Clock clock,
            ZoneId zone) {
        this.applications = applications;
        this.reviews = reviews;
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

    private List<AskedReviewer> asked(List<Review> found) {
        LocalDate today = today();
        // read at once: asked one by one below, they come from the session
        applications.findByIdIn(found.stream().map(Review::application).toList());
        return found.stream().map(review -> asked(review, today)).toList();
    }

    private AskedReviewer asked(Review review, LocalDate today) {
        boolean submitted = review.status() == ReviewStatus.SUBMITTED;
        Rubric rubric = rubricOf(review);
        return new AskedReviewer(
                review.id(),
                review.application(),
                review.reviewer(),
                review.status().isOpen() && application(review.application()).isInReview(),
                review.status().counts(),
                review.status() == ReviewStatus.CONFLICTED,
                submitted,
                review.isLate(today) || review.isReplaced(),
                review.submittedAt(),
                submitted ? rubric.points(review.scores()) : null,
                submitted ? review.scores() : Map.of());
    }

    private Rubric rubricOf(Review review) {
        return calls.find(application(review.application()).call()).rubric();
    }

    /**
     * Whether the present person must not learn who reviews an application: they belong to a side, declared a conflict, or
     * were asked and have not handed in yet.
     */
    public boolean isHiddenFromActor(UUID application) {
        return surroundings
                .actorIfAny()
                .map(actor -> hiddenFrom(actor.user()).contains(application))
                .orElse(false);
    }

    /** Every application about whose reviewers a person must not learn. */
    public Set<UUID> hiddenFrom(UUID person) {
        Set<UUID> hidden = parties.ofAny(surroundings.organizationsOf(person));
        reviews.findByReviewerOrderByIdDesc(person).stream()
                .filter(review -> review.status() != ReviewStatus.SUBMITTED)
                .map(Review::application)
                .forEach(hidden::add);
        return hidden;
    }
}
