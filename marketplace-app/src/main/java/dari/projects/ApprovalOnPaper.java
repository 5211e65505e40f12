package dari.projects;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A hospital whose boards decide outside the marketplace wrote down what they said; heard in the same transaction, so that
 * a board that is at work here can object.
 */
public record ApprovalOnPaper(
        ProjectId project,
        Approval given,
        String reference,
        @Nullable LocalDate until) {}
