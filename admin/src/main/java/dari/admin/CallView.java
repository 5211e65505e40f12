package dari.admin;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/** A call as pages show it. */
public record CallView(UUID id, String status, CallContent content, Rubric rubric, boolean openNow, LocalDate today) {

    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? content.titleEn() : content.titleKo();
    }

    public String summary(Locale locale) {
        return locale.getLanguage().equals("en") ? content.summaryEn() : content.summaryKo();
    }

    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, content.deadline());
    }
}
