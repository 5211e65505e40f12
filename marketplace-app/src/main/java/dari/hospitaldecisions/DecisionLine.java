package dari.hospitaldecisions;

import dari.admin.ApplicationText;
import dari.admin.panel.HospitalOutcome;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One application to one dataset, as the hospital's office sees it.
 *
 * @param text what the applicant wrote; null in lists
 * @param by name of who decided, or who owns the rule that did; empty while it waits
 */
public record DecisionLine(
        UUID id,
        String startupName,
        String dataset,
        String callKo,
        String callEn,
        HospitalOutcome outcome,
        @Nullable String reason,
        String by,
        boolean byRule,
        LocalDate since,
        @Nullable ApplicationText text) {

    public boolean pending() {
        return outcome == HospitalOutcome.PENDING;
    }
}
