package dari.admin;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Assigns reviewers to one application and takes their reviews. */
@Service
@Transactional
public class Reviews {

    private static final int DAYS_TO_REWRITE = 7;
    private static final int PAGE = 20;

    private final ReviewRepository reviews;
    private final Applications applications;
    private final Calls calls;
    private final ReviewInvitations invitations;
    private final ReviewRules rules;
    private final ReviewViews views;
    private final ReviewCases cases;
    private final ProgramSurroundings surroundings;
    private final ReviewSurroundings beyond;
    private final Clock clock;

    Reviews(
            ReviewRepository reviews,
            Applications applications,
            Calls calls,
            ReviewInvitations invitations,
            ReviewRules rules,
            ReviewViews views,
            ReviewCases cases,
            ProgramSurroundings surroundings,
            ReviewSurroundings beyond,
            Clock clock) {
        this.reviews = reviews;
        this.applications = applications;
        this.calls = calls;
        this.invitations = invitations;
        this.rules = rules;
        this.views = views;
        this.cases = cases;
        this.surroundings = surroundings;
        this.beyond = beyond;
        this.clock = clock;
    }

    /**
     * Invites as many reviewers as the call needs for one application: none who is bound to either side, those with the
     * least open work first. Called again, it fills up after a declared conflict. A whole call is better assigned at once.
     *
     * @throws ProgramRuleBrokenException when too few reviewers are free of conflicts
     */
    @ForAdministrators
    public void assign(UUID applicationId) {
        Application application = applications.find(applicationId);
        applications.refuseTheBound(application);
        long working = reviews.findByApplicationOrderById(applicationId).stream()
                .filter(review -> review.status().counts())
                .count();
        long wanted = Math.max(0, calls.find(application.call()).leastReviews() - working);
        List<UUID> free = rules.willing(applicationId).stream().limit(wanted).toList();
        if (free.size() < wanted) {
            throw new ProgramRuleBrokenException("admin.rule.review.tooFew");
        }
        invitations.invite(applicationId, free);
    }

    /** The reviewer says whether there is a conflict, before seeing the content. What the desk knows counts as well. */
    @ForReviewers
    public void declare(UUID id, boolean conflict) {
        Review review = own(id);
        Application application = inReview(review);
        boolean bound = conflict || rules.hasConflict(application.id(), review.reviewer());
        review.declare(bound);
        record(bound ? "review.conflicted" : "review.accepted", review, null);
        if (bound) {
            invitations.inviteReserve(application);
        }
    }

    /** In a blind call the reviewer names those of its organisations to whom they are bound, not knowing who applied. */
    @ForReviewers
    public void declareAmong(UUID id, List<UUID> organizations) {
        Review review = own(id);
        Application application = inReview(review);
        declare(id, rules.declareTies(application.call(), application.id(), organizations));
    }

    /** The reviewer found a conflict only after the content was seen: what they wrote does not reach the panel. */
    @ForReviewers
    public void recuse(UUID id) {
        Review review = own(id);
        Application application = inReview(review);
        review.recuse();
        record("review.conflicted", review, null);
        invitations.inviteReserve(application);
    }

    /** The reviewer has no time. */
    @ForReviewers
    public void decline(UUID id) {
        Review review = own(id);
        Application application = inReview(review);
        review.decline();
        record("review.declined", review, null);
        invitations.inviteReserve(application);
    }

    /** Keeps what was written so far; some criteria may still lack a score. */
    @ForReviewers
    public void draft(UUID id, Map<String, Integer> scores, String comment) {
        Review review = own(id);
        inReview(review);
        review.draft(scores, comment, clock.instant());
    }

    /** Hands a review in: every criterion scored, and why. */
    @ForReviewers
    public void submit(UUID id, Map<String, Integer> scores, String comment) {
        Review review = own(id);
        Application application = inReview(review);
        calls.find(application.call()).rubric().points(scores);
        review.submit(scores, comment, clock.instant());
        record("review.submitted", review, null);
    }

    /** Why a text of a review is not taken; a message key, or empty. */
    @ForReviewers
    public Optional<String> refusalOf(String text) {
        return beyond.refusalOf(text);
    }

    /** Gives a review back to its reviewer, with the reason and some days more. */
    @ForAdministrators
    public void reopen(UUID applicationId, UUID id, String because) {
        Application application = applications.find(applicationId);
        applications.refuseTheBound(application);
        Review review = reviews.findById(id)
                .filter(found -> found.application().equals(applicationId))
                .orElseThrow(() -> new ProgramNotFoundException("review"));
        if (isAsked(surroundings.actor().user(), applicationId)) {
            throw new ProgramRuleBrokenException("admin.rule.decision.reviewer");
        }
        application.requireInReview();
        review.reopen(because, calls.today().plusDays(DAYS_TO_REWRITE));
        record("review.reopened", review, because);
        surroundings.tellPerson(review.reviewer(), "reviewers.notice.reopened", "/reviews/" + id);
    }

    @ForReviewers
    @Transactional(readOnly = true)
    public Page<ReviewView> mine(int page) {
        Page<Review> found =
                reviews.findByReviewerOrderByIdDesc(surroundings.actor().user(), PageRequest.of(page, PAGE));
        return new PageImpl<>(views.forReviewer(found.getContent()), found.getPageable(), found.getTotalElements());
    }

    @ForReviewers
    @Transactional(readOnly = true)
    public ReviewView mine(UUID id) {
        return views.forReviewer(own(id));
    }

    /** The organisations among which the reviewer of a blind call declares ties; empty where names are shown. */
    @ForReviewers
    @Transactional(readOnly = true)
    public List<NamedOrganization> declareAmong(UUID id) {
        Review review = own(id);
        UUID call = applications.find(review.application()).call();
        if (!rules.terms(call).blind()) {
            return List.of();
        }
        return rules.declareAmong(call).stream()
                .map(organization -> new NamedOrganization(organization, surroundings.organizationName(organization)))
                .sorted(Comparator.comparing(NamedOrganization::name).thenComparing(NamedOrganization::id))
                .toList();
    }

    @CalledByOthers
    @Transactional(readOnly = true)
    public List<ReviewView> reviewsOf(UUID reviewer) {
        return views.forReviewer(reviews.findByReviewerOrderByIdDesc(reviewer));
    }

    /** Reviews that a person still owes, the most pressing first, so many at most. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<ReviewView> waitingFor(UUID reviewer, int most) {
        return views.forReviewer(reviews.findOwed(reviewer, ReviewStatus.OPEN, Limit.of(most)));
    }

    /** Points of the handed-in reviews of a call, by application; none where the actor must not learn who reviews. */
    Map<UUID, List<Double>> pointsIn(UUID call) {
        Set<UUID> hidden = cases.hiddenFromActor();
        return cases.givenIn(call).stream()
                .filter(given -> !hidden.contains(given.application()))
                .collect(Collectors.groupingBy(
                        GivenScores::application, Collectors.mapping(GivenScores::points, Collectors.toList())));
    }

    /** Applications with so many handed-in reviews; without those about whose reviewers the actor must not learn. */
    long countComplete(UUID call, Set<ApplicationStatus> stages, int least) {
        return reviews.countComplete(call, stages, least, ReviewCases.neverEmpty(cases.hiddenFromActor()));
    }

    boolean isAsked(UUID person, UUID application) {
        return reviews.findByApplicationOrderById(application).stream()
                .anyMatch(review -> review.reviewer().equals(person));
    }

    /** The reviews of each application; none to those who must not learn who reviews it. */
    Map<UUID, List<ReviewView>> of(List<ApplicationView> applications) {
        Set<UUID> hidden = cases.hiddenFromActor();
        Map<UUID, ApplicationView> shown = applications.stream()
                .filter(application -> !hidden.contains(application.id()))
                .collect(Collectors.toMap(ApplicationView::id, application -> application));
        return shown.isEmpty()
                ? Map.of()
                : views.forOffice(reviews.findByApplicationInOrderById(shown.keySet()), shown);
    }

    private Application inReview(Review review) {
        Application application = applications.find(review.application());
        application.requireInReview();
        return application;
    }

    private Review own(UUID id) {
        return reviews.findByIdAndReviewer(id, surroundings.actor().user())
                .orElseThrow(() -> new ProgramNotFoundException("review"));
    }

    private void record(String action, Review review, @Nullable String note) {
        surroundings.record(
                action,
                "application",
                review.application(),
                Map.of("review", review.id().toString()),
                note);
    }
}
