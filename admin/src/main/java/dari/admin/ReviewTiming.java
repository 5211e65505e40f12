package dari.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What time does to reviews: reminders before and on the last day, somebody else when nothing comes. Each review has a
 * transaction of its own: thousands in one would hold their rows against everybody, and one that fails would undo all.
 */
@Service
public class ReviewTiming {

    private static final int REMIND_DAYS_BEFORE = 3;

    private final ReviewRepository reviews;
    private final Applications applications;
    private final Calls calls;
    private final ReviewInvitations invitations;
    private final ProgramSurroundings surroundings;
    private final ReviewSurroundings beyond;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReviewTiming(
            ReviewRepository reviews,
            Applications applications,
            Calls calls,
            ReviewInvitations invitations,
            ProgramSurroundings surroundings,
            ReviewSurroundings beyond,
            TransactionTemplate transaction,
            Clock clock) {
        this.reviews = reviews;
        this.applications = applications;
        this.calls = calls;
        this.invitations = invitations;
        this.surroundings = surroundings;
        this.beyond = beyond;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does what is due today; run again on the same day, it does nothing. */
    @CalledByOthers
    public void remindAndReplace() {
        LocalDate today = calls.today();
        for (UUID due : reviews.findDue(ReviewStatus.OPEN, today, today.plusDays(REMIND_DAYS_BEFORE))) {
            transaction.executeWithoutResult(began -> act(due, today));
        }
    }

    private void act(UUID due, LocalDate today) {
        // what its reviewer did meanwhile counts
        Review review = reviews.findById(due).orElseThrow();
        Application application = applications.find(review.application());
        if (application.status() != ApplicationStatus.IN_REVIEW) {
            return;
        }
        if (review.needsReplacement(today)) {
            replace(review, application, today);
        } else if (review.takeReminder(today, REMIND_DAYS_BEFORE)) {
            remind(review, today);
        }
    }

    private void remind(Review review, LocalDate today) {
        String key = today.isBefore(review.due()) ? "reviewers.notice.soon" : "reviewers.notice.due";
        surroundings.tellPerson(
                review.reviewer(), key, "/reviews/" + review.id(), review.due().toString());
        beyond.recordByItself(
                "review.reminded",
                "application",
                review.application(),
                Map.of("review", review.id().toString()));
    }

    private void replace(Review review, Application application, LocalDate today) {
        boolean late = review.isLate(today) && review.status() != ReviewStatus.INVITED;
        review.replace(clock.instant());
        surroundings.tellPerson(
                review.reviewer(),
                late ? "reviewers.notice.late" : "reviewers.notice.lapsed",
                late ? "/reviews/" + review.id() : "/reviews");
        beyond.recordByItself(
                late ? "review.late" : "review.lapsed",
                "application",
                application.id(),
                Map.of("review", review.id().toString()));
        invitations.inviteReserve(application);
    }
}
