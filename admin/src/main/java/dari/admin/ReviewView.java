package dari.admin;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review.
 *
 * @param application null while the reviewer has not said whether there is a conflict: content comes after
 * @param points weighted mean from 0 to 100; null before it is submitted
 */
public record ReviewView(
        UUID id,
        String startupName,
        String hospitalName,
        CallView call,
        @Nullable ApplicationView application,
        String reviewerName,
        String status,
        Map<String, Integer> scores,
        @Nullable String comment,
        @Nullable Double points,
        LocalDate since,
        LocalDate due) {}
