package dari.projects;

import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.organizations.OrganizationFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One hospital's part of a project as other features and its pages read it, with the offer's terms as they were frozen.
 *
 * @param application what all parts of a project have in common
 * @param liveSince when its data was opened for the first time; null before
 * @param endReason null while it goes on, and where the hospital's answer to the program ended it
 */
public record ProjectView(
        ProjectId id,
        UUID application,
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
        Instant createdAt,
        @Nullable Instant liveSince,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    /** Whether the project has more parts than this one, or had when it was made. */
    public boolean isPart() {
        return number.indexOf('-', number.indexOf('-') + 1) != number.lastIndexOf('-');
    }

    /** The number that all parts share. */
    public String wholeNumber() {
        return isPart() ? number.substring(0, number.lastIndexOf('-')) : number;
    }

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
