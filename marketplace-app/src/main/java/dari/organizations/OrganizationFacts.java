package dari.organizations;

import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.notifications.Notice;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What other features may know of an organisation. */
public record OrganizationFacts(
        OrganizationId id,
        Face face,
        String name,
        @Nullable String englishName,
        BusinessRegistrationNumber registrationNumber,
        String country,
        @Nullable String region,
        Verification verification) {

    public boolean isVerified() {
        return verification == Verification.VERIFIED;
    }

    /** What stands for it in a notice, whose reader sees the name in a language of their own. */
    public String inNotices() {
        return Notice.organization(id.value());
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("en") && englishName != null ? englishName : name;
    }
}
