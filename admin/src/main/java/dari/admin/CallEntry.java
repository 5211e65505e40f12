package dari.admin;

import dari.admin.eligibility.FirmSize;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as other parts of the desk count with it.
 *
 * @param confirmedSize how large the lead is, as a person confirmed it; null before
 * @param size the same, before that as its figures or it itself said; null when nobody said
 */
public record CallEntry(
        UUID application,
        UUID startup,
        UUID hospital,
        ApplicationStatus status,
        String needTitle,
        String summaryKo,
        String summaryEn,
        @Nullable FirmSize confirmedSize,
        @Nullable FirmSize size) {

    public String summary(Locale locale) {
        return locale.getLanguage().equals("en") ? summaryEn : summaryKo;
    }
}
