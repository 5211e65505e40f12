package dari.admin;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who was asked for a review, and what became of it.
 *
 * @param open the reviewer still has to do something
 * @param counts the review counts towards those the call asks for
 * @param conflicted the reviewer is out because of a conflict
 * @param scores what was handed in; empty before
 * @param points weighted mean from 0 to 100; null before it is handed in
 */
public record AskedReviewer(
        UUID review,
        UUID application,
        UUID reviewer,
        boolean open,
        boolean counts,
        boolean conflicted,
        boolean submitted,
        boolean late,
        @Nullable Instant submittedAt,
        @Nullable Double points,
        Map<String, Integer> scores) {}
