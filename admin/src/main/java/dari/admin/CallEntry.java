package dari.admin;

import java.util.Locale;
import java.util.UUID;

/** An application as other parts of the desk count with it. */
public record CallEntry(
        UUID application,
        UUID startup,
        UUID hospital,
        ApplicationStatus status,
        String needTitle,
        String summaryKo,
        String summaryEn) {

    public String summary(Locale locale) {
        return locale.getLanguage().equals("en") ? summaryEn : summaryKo;
    }
}
