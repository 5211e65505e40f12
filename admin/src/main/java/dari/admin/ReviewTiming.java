package dari.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What time does to reviews: reminders before and on the last day, somebody else when nothing comes. */
@Service
@Transactional
public class ReviewTiming {

    private static final int REMIND_DAYS_BEFORE = 3;

    private final ReviewRepository reviews;
    private final Applications applications;
    private final Calls calls;
    private final ReviewInvitations invitations;
    private final ProgramSurroundings surroundings;
    private final ReviewSurroundings beyond;
    private final Clock clock;

    ReviewTiming(
            ReviewRepository reviews,
            Applications applications,
            Calls calls,
            ReviewInvitations invitations,
            ProgramSurroundings surroundings,
            ReviewSurroundings beyond,
            Clock clock) {
        this.reviews = reviews;
        this.applications = applications;
        this.calls = calls;
        this.invitations = invitations;
        this.surroundings = surroundings;
        this.beyond = beyond;
        this.clock = clock;
    }

    /** Does what is due today; run again on the same day, it does nothing. */
    @CalledByOthers
    public void remindAndReplace() {
        act(calls.today());
    }

    void act(LocalDate today) {
        List<Review> open = reviews.findByStatusInOrderById(ReviewStatus.OPEN);
        for (Review review : open) {
            Application application = applications.find(review.application());
            if (application.status() != ApplicationStatus.IN_REVIEW) {
                continue;
            }
            if (review.needsReplacement(today)) {
                replace(review, application, today);
            } else if (review.takeReminder(today, REMIND_DAYS_BEFORE)) {
                remind(review, today);
            }
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
