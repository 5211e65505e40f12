package dari.admin;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows a review: to its reviewer, blind where the call says so, and to the office, without what is only a draft. */
@Component
class ReviewViews {

    private final Applications applications;
    private final Calls calls;
    private final ReviewRules rules;
    private final Parties parties;
    private final ProgramSurroundings surroundings;
    private final ReviewSurroundings beyond;
    private final ZoneId zone;

    ReviewViews(
            Applications applications,
            Calls calls,
            ReviewRules rules,
            Parties parties,
            ProgramSurroundings surroundings,
            ReviewSurroundings beyond,
            ZoneId zone) {
        this.applications = applications;
        this.calls = calls;
        this.rules = rules;
        this.parties = parties;
        this.surroundings = surroundings;
        this.beyond = beyond;
        this.zone = zone;
    }

    ReviewView forReviewer(Review review) {
        Application application = applications.find(review.application());
        ApplicationView whole = applications.view(application);
        boolean blind = rules.terms(application.call()).blind();
        return view(review, blind ? blinded(application, whole) : whole, blind, true);
    }

    ReviewView forOffice(Review review) {
        Application application = applications.find(review.application());
        return view(
                review,
                applications.view(application),
                rules.terms(application.call()).blind(),
                false);
    }

    private ApplicationView blinded(Application application, ApplicationView whole) {
        return new BlindText(parties.of(application).stream()
                        .flatMap(side -> beyond.organizationNames(side).stream())
                        .collect(Collectors.toSet()))
                .mask(whole);
    }

    private ReviewView view(Review review, ApplicationView shown, boolean blind, boolean own) {
        boolean done = review.status() == ReviewStatus.SUBMITTED;
        boolean written = done || (own && review.status().isWritten());
        LocalDate today = calls.today();
        return new ReviewView(
                review.id(),
                shown.startupName(),
                shown.hospitalName(),
                shown.call(),
                review.status().seesContent() ? shown : null,
                surroundings.personName(review.reviewer()),
                review.status().name(),
                written ? review.scores() : Map.of(),
                written ? review.comment() : null,
                done ? shown.call().rubric().points(review.scores()) : null,
                LocalDate.ofInstant(review.invitedAt(), zone),
                review.due(),
                blind,
                own ? review.draftedAt() : null,
                review.isLate(today),
                review.isReplaced(),
                review.reopenedBecause(),
                review.answerBy());
    }
}
