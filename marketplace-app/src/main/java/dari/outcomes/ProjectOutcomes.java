package dari.outcomes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that came of one project.
 *
 * @param due until when the startup reports; null while the project goes on, and where its data was never opened
 */
public record ProjectOutcomes(
        List<OutcomeView> reported,
        @Nullable FeedbackView feedback,
        @Nullable LocalDate due) {

    /** Whether a report is still owed. */
    public boolean isOwed() {
        return due != null && reported.isEmpty();
    }
}
