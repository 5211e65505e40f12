package dari.agreements;

import dari.admin.forms.TextDifference;
import dari.kernel.OrganizationId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another wording of a clause as both sides read it: what goes struck out, what comes underlined. */
public record ChangeView(
        UUID id,
        int line,
        TextDifference korean,
        TextDifference english,
        String reason,
        OrganizationId askedBy,
        Instant askedAt,
        ChangeState state,
        @Nullable String answer) {

    public TextDifference difference(Locale locale) {
        return locale.getLanguage().equals("en") ? english : korean;
    }
}
