package dari.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks people to review, and somebody else when they cannot. Who may ask whom has been decided before. */
@Component
@Transactional
public class ReviewInvitations {

    private final ReviewRepository reviews;
    private final Applications applications;
    private final Calls calls;
    private final ProgramSurroundings surroundings;
    private final ReviewSurroundings beyond;
    private final ReviewRules rules;
    private final Clock clock;

    ReviewInvitations(
            ReviewRepository reviews,
            Applications applications,
            Calls calls,
            ProgramSurroundings surroundings,
            ReviewSurroundings beyond,
            ReviewRules rules,
            Clock clock) {
        this.reviews = reviews;
        this.applications = applications;
        this.calls = calls;
        this.surroundings = surroundings;
        this.beyond = beyond;
        this.rules = rules;
        this.clock = clock;
    }

    /** Asks these people; the application is in review from now on. */
    public void invite(UUID application, List<UUID> reviewers) {
        Application found = applications.find(application);
        found.sendToReview();
        for (UUID reviewer : reviewers) {
            UUID id = ask(found, reviewer);
            surroundings.record(
                    "review.invited",
                    "application",
                    application,
                    Map.of("review", id.toString(), "reviewer", reviewer.toString()),
                    null);
        }
    }

    /** Asks the next reserve; where there is none, those who run the program learn that somebody is missing. */
    void inviteReserve(Application application) {
        List<UUID> reserve = rules.takeReserve(application.id());
        for (UUID reviewer : reserve) {
            UUID id = ask(application, reviewer);
            beyond.recordByItself(
                    "review.reserveInvited",
                    "application",
                    application.id(),
                    Map.of("review", id.toString(), "reviewer", reviewer.toString()));
        }
        if (reserve.isEmpty()) {
            beyond.tellAdministratorsExcept(
                    List.of(application.startup(), application.hospital()),
                    reviews.findByApplicationOrderById(application.id()).stream()
                            .map(Review::reviewer)
                            .toList(),
                    "admin.notice.conflict",
                    "/program/applications/" + application.id());
        }
    }

    private UUID ask(Application application, UUID reviewer) {
        ReviewTerms terms = rules.terms(application.call());
        LocalDate today = calls.today();
        UUID id = surroundings.newId();
        reviews.save(new Review(
                id,
                application.id(),
                reviewer,
                clock.instant(),
                today.plusDays(terms.answerDays()),
                today.plusDays(terms.reviewDays())));
        surroundings.tellPerson(reviewer, "admin.notice.review", "/reviews/" + id);
        return id;
    }
}
