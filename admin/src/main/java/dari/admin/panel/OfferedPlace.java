package dari.admin.panel;

import dari.admin.ApplicationView;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place that its applicant has to accept or give up.
 *
 * @param decidedOn the day of the decision; null before the first
 * @param until last day to accept
 */
public record OfferedPlace(
        ApplicationView application, @Nullable LocalDate decidedOn, LocalDate until) {}
