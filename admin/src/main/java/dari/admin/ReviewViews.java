package dari.admin;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        return forReviewer(List.of(review)).get(0);
    }

    /** Several, in their order: what they share is read once. */
    List<ReviewView> forReviewer(List<Review> several) {
        Map<UUID, Application> of =
                applications.find(several.stream().map(Review::application).collect(Collectors.toSet()));
        Map<UUID, ApplicationView> whole = applications.views(List.copyOf(of.values())).stream()
                .collect(Collectors.toMap(ApplicationView::id, application -> application));
        return views(
                several,
                (review, blind) -> {
                    Application application = Objects.requireNonNull(of.get(review.application()));
                    ApplicationView view = Objects.requireNonNull(whole.get(review.application()));
                    return blind ? blinded(application, view) : view;
                },
                whole,
                true);
    }

    /** By application. */
    Map<UUID, List<ReviewView>> forOffice(List<Review> several, Map<UUID, ApplicationView> shown) {
        List<ReviewView> views = views(
                several, (review, blind) -> Objects.requireNonNull(shown.get(review.application())), shown, false);
        return IntStream.range(0, several.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> several.get(i).application(), Collectors.mapping(views::get, Collectors.toList())));
    }

    private List<ReviewView> views(
            List<Review> several,
            BiFunction<Review, Boolean, ApplicationView> shown,
            Map<UUID, ApplicationView> whole,
            boolean own) {
        Map<UUID, Boolean> blind = whole.values().stream()
                .map(application -> application.call().id())
                .distinct()
                .collect(
                        Collectors.toMap(call -> call, call -> rules.terms(call).blind()));
        Map<UUID, String> names =
                surroundings.personNames(several.stream().map(Review::reviewer).collect(Collectors.toSet()));
        return several.stream()
                .map(review -> {
                    ApplicationView of = Objects.requireNonNull(whole.get(review.application()));
                    boolean hidden = Boolean.TRUE.equals(blind.get(of.call().id()));
                    return view(
                            review,
                            shown.apply(review, hidden),
                            names.getOrDefault(review.reviewer(), ""),
                            hidden,
                            own);
                })
                .toList();
    }

    private ApplicationView blinded(Application application, ApplicationView whole) {
        return new BlindText(parties.of(application).stream()
                        .flatMap(side -> beyond.organizationNames(side).stream())
                        .collect(Collectors.toSet()))
                .mask(whole);
    }

    private ReviewView view(Review review, ApplicationView shown, String reviewerName, boolean blind, boolean own) {
        boolean done = review.status() == ReviewStatus.SUBMITTED;
        boolean written = done || (own && review.status().isWritten());
        LocalDate today = calls.today();
        return new ReviewView(
                review.id(),
                shown.startupName(),
                shown.hospitalName(),
                shown.call(),
                review.status().seesContent() ? shown : null,
                reviewerName,
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
