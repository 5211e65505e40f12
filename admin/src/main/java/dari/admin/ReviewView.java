package dari.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review.
 *
 * @param startupName the code of the application where the call is blind and the reviewer reads
 * @param hospitalName empty where the call is blind and the reviewer reads
 * @param application null while the reviewer has not said whether there is a conflict: content comes after
 * @param scores what was handed in; to the reviewer also what is kept as a draft
 * @param points weighted mean from 0 to 100; null before it is submitted
 * @param blind whether the call hides the applicants from its reviewers
 * @param draftedAt when a draft was last kept; null before the first
 * @param late whether the last day is over and nothing was handed in
 * @param replaced whether somebody else was asked in the meantime
 * @param reopenedBecause why the office gave it back; null when it never did
 * @param answerBy last day to say whether there is a conflict; null for reviews from before there was one
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
        LocalDate due,
        boolean blind,
        @Nullable Instant draftedAt,
        boolean late,
        boolean replaced,
        @Nullable String reopenedBecause,
        @Nullable LocalDate answerBy) {

    /** Whether the reviewer can write in it now. */
    public boolean isWritten() {
        return ReviewStatus.valueOf(status).isWritten();
    }
}
