package dari.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Assigns reviewers and takes their reviews. */
@Service
@Transactional
public class Reviews {

    private static final int DAYS_TO_REVIEW = 14;

    private static final Set<ReviewStatus> OPEN = Set.of(ReviewStatus.INVITED, ReviewStatus.ACCEPTED);

    private final ReviewRepository reviews;
    private final Applications applications;
    private final Calls calls;
    private final ProgramSurroundings surroundings;
    private final Clock clock;
    private final ZoneId zone;

    Reviews(
            ReviewRepository reviews,
            Applications applications,
            Calls calls,
            ProgramSurroundings surroundings,
            Clock clock,
            ZoneId zone) {
        this.reviews = reviews;
        this.applications = applications;
        this.calls = calls;
        this.surroundings = surroundings;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Invites as many reviewers as the call needs: none who is bound to either side, those with the least open work
     * first. Called again, it fills up after a declared conflict.
     *
     * @throws ProgramRuleBrokenException when too few reviewers are free of conflicts
     */
    @ForAdministrators
    public void assign(UUID applicationId) {
        Application application = applications.find(applicationId);
        applications.refuseTheBound(application);
        application.sendToReview();
        List<Review> present = reviews.findByApplicationOrderById(applicationId);
        long working = present.stream()
                .filter(review -> review.status() != ReviewStatus.CONFLICTED)
                .count();
        int wanted = (int) (calls.find(application.call()).leastReviews() - working);
        List<UUID> asked = present.stream().map(Review::reviewer).toList();
        List<UUID> free = surroundings.reviewers().stream()
                .filter(reviewer -> !asked.contains(reviewer))
                .filter(reviewer -> !surroundings.isBoundTo(reviewer, application.startup()))
                .filter(reviewer -> !surroundings.isBoundTo(reviewer, application.hospital()))
                .sorted(Comparator.comparingLong(this::openWork))
                .limit(Math.max(0, wanted))
                .toList();
        if (free.size() < wanted) {
            throw new ProgramRuleBrokenException("admin.rule.review.tooFew");
        }
        for (UUID reviewer : free) {
            UUID id = surroundings.newId();
            reviews.save(new Review(
                    id, applicationId, reviewer, clock.instant(), calls.today().plusDays(DAYS_TO_REVIEW)));
            surroundings.record(
                    "review.invited",
                    "application",
                    applicationId,
                    Map.of("review", id.toString(), "reviewer", reviewer.toString()),
                    null);
            surroundings.tellPerson(reviewer, "admin.notice.review", "/reviews/" + id);
        }
    }

    /** The reviewer says whether there is a conflict, before seeing the content. */
    @ForReviewers
    public void declare(UUID id, boolean conflict) {
        Review review = own(id);
        applications.find(review.application()).requireInReview();
        review.declare(conflict);
        surroundings.record(
                conflict ? "review.conflicted" : "review.accepted",
                "application",
                review.application(),
                Map.of("review", id.toString()),
                null);
        if (conflict) {
            surroundings.tellAdministrators("admin.notice.conflict", "/program/applications/" + review.application());
        }
    }

    /** Hands a review in: every criterion scored, and why. */
    @ForReviewers
    public void submit(UUID id, Map<String, Integer> scores, String comment) {
        Review review = own(id);
        Application application = applications.find(review.application());
        application.requireInReview();
        calls.find(application.call()).rubric().points(scores);
        review.submit(scores, comment, clock.instant());
        surroundings.record(
                "review.submitted", "application", review.application(), Map.of("review", id.toString()), null);
    }

    @ForReviewers
    @Transactional(readOnly = true)
    public List<ReviewView> mine() {
        return reviewsOf(surroundings.actor().user());
    }

    @ForReviewers
    @Transactional(readOnly = true)
    public ReviewView mine(UUID id) {
        return view(own(id));
    }

    @CalledByOthers
    @Transactional(readOnly = true)
    public List<ReviewView> reviewsOf(UUID reviewer) {
        return reviews.findByReviewerOrderByIdDesc(reviewer).stream()
                .map(this::view)
                .toList();
    }

    /** Reviews that a person still owes. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<ReviewView> waitingFor(UUID reviewer) {
        return reviews.findByReviewerOrderByIdDesc(reviewer).stream()
                .filter(review -> OPEN.contains(review.status()))
                .filter(review -> applications.find(review.application()).status() == ApplicationStatus.IN_REVIEW)
                .map(this::view)
                .toList();
    }

    boolean isAsked(UUID person, UUID application) {
        return reviews.findByApplicationOrderById(application).stream()
                .anyMatch(review -> review.reviewer().equals(person));
    }

    List<ReviewView> of(UUID application) {
        return reviews.findByApplicationOrderById(application).stream()
                .map(this::view)
                .toList();
    }

    private long openWork(UUID reviewer) {
        return reviews.countByReviewerAndStatusIn(reviewer, OPEN);
    }

    private Review own(UUID id) {
        return reviews.findByIdAndReviewer(id, surroundings.actor().user())
                .orElseThrow(() -> new ProgramNotFoundException("review"));
    }

    private ReviewView view(Review review) {
        Application application = applications.find(review.application());
        ApplicationView whole = applications.view(application);
        boolean mayRead = review.status() == ReviewStatus.ACCEPTED || review.status() == ReviewStatus.SUBMITTED;
        boolean done = review.status() == ReviewStatus.SUBMITTED;
        return new ReviewView(
                review.id(),
                whole.startupName(),
                whole.hospitalName(),
                whole.call(),
                mayRead ? whole : null,
                surroundings.personName(review.reviewer()),
                review.status().name(),
                review.scores(),
                review.comment(),
                done ? whole.call().rubric().points(review.scores()) : null,
                LocalDate.ofInstant(review.invitedAt(), zone),
                review.due());
    }
}
