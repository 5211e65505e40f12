package dari.admin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application with nothing but what a list of thousands is ordered by.
 *
 * @param dataset the offer it was begun with
 * @param points of its handed-in reviews, from 0 to 100; none to a reader who must not learn who reviews it
 * @param complete whether the call's least number of reviews is in
 */
public record ScoredApplication(
        UUID id,
        UUID hospital,
        UUID dataset,
        ApplicationStatus status,
        @Nullable Instant submittedAt,
        List<Double> points,
        boolean complete) {}
