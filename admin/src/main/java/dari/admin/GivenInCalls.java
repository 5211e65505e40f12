package dari.admin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the handed-in reviews of a call score: of thousands of applications they are read once, and again when one was handed
 * in, handed back or changed since. Whether that is so is asked each time. Who may learn of them, its callers decide.
 */
@Component
class GivenInCalls {

    /** A call of thousands of applications takes a few megabytes. */
    private static final int MOST_CALLS = 20;

    private final ReviewRepository reviews;
    private final Cache<UUID, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST_CALLS).build();

    GivenInCalls(ReviewRepository reviews) {
        this.reviews = reviews;
    }

    private record State(
            long reviews, long versions, @Nullable Instant newest, Rubric rubric) {}

    private record Kept(State state, List<GivenScores> given) {}

    List<GivenScores> of(UUID call, Rubric rubric) {
        ReviewRepository.GivenState now = reviews.findGivenState(call);
        State state = new State(now.getReviews(), now.getVersions(), now.getNewest(), rubric);
        Kept known = kept.getIfPresent(call);
        if (known == null || !known.state().equals(state)) {
            known = new Kept(state, read(call, rubric));
            kept.put(call, known);
        }
        return known.given();
    }

    private List<GivenScores> read(UUID call, Rubric rubric) {
        return reviews.findGiven(call).stream()
                .map(given -> {
                    Map<String, Integer> scores = Map.copyOf(Rubric.parseScores(given.scores()));
                    return new GivenScores(given.application(), given.reviewer(), scores, rubric.points(scores));
                })
                .toList();
    }
}
