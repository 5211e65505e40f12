package dari.admin;

import dari.admin.eligibility.Eligibility;
import dari.admin.forms.FormDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as pages show it.
 *
 * @param status as the clock has it: an open call whose deadline has passed is closed
 * @param openNow whether an application can be handed in today
 * @param frozen number of the version that applications answer now; 0 while it is a draft
 * @param extendedBecause why the deadline moved; null when it did not
 * @param cancelledBecause null unless it was cancelled
 */
public record CallView(
        UUID id,
        String status,
        CallContent content,
        CallDesign design,
        boolean openNow,
        LocalDate today,
        int frozen,
        @Nullable String extendedBecause,
        @Nullable String cancelledBecause,
        Instant changedAt) {

    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? content.titleEn() : content.titleKo();
    }

    public String summary(Locale locale) {
        return locale.getLanguage().equals("en") ? content.summaryEn() : content.summaryKo();
    }

    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, content.deadline());
    }

    /** Whether it was opened but its first day is still to come. */
    public boolean opensLater() {
        LocalDate first = design.dates().opensOn();
        return status.equals(CallStatus.OPEN.name()) && first != null && today.isBefore(first);
    }

    public Rubric rubric() {
        return design.rubric();
    }

    public CallRules rules() {
        return design.rules();
    }

    public Funding funding() {
        return design.funding();
    }

    public Eligibility eligibility() {
        return design.eligibility();
    }

    public FormDefinition form() {
        return design.form();
    }
}
