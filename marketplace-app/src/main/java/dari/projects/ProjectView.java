package dari.projects;

import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.organizations.OrganizationFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A project as other features and its pages read it, with the offer's terms as they were frozen. */
public record ProjectView(
        ProjectId id,
        String number,
        OrganizationFacts startup,
        OrganizationFacts hospital,
        OfferId offer,
        int offerRevision,
        OfferContent terms,
        ProjectStatus status,
        String titleKo,
        String titleEn,
        String summaryKo,
        String summaryEn,
        String benefit,
        String callTitleKo,
        String callTitleEn,
        Approval approval,
        @Nullable String approvalReference,
        @Nullable LocalDate approvalUntil,
        Instant createdAt) {

    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? titleEn : titleKo;
    }

    public String summary(Locale locale) {
        return locale.getLanguage().equals("en") ? summaryEn : summaryKo;
    }

    public String callTitle(Locale locale) {
        return locale.getLanguage().equals("en") ? callTitleEn : callTitleKo;
    }
}
