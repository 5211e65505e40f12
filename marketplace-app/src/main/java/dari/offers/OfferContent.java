package dari.offers;

import dari.matching.permission.UseTerms;
import dari.notifications.Notice;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an offer says, as one revision. Codes are ids of the matching vocabulary.
 *
 * @param persons persons in the dataset, null when not stated
 * @param answerDays days within which the hospital means to answer an interest
 * @param terms data-use terms of the dataset
 * @param priceWon price of access without VAT, in won
 * @param accessDays days that access lasts
 * @param downloadsAllowed whether files of the release may be downloaded
 * @param source name of the source at the hospital's agent; null when this offer is match only
 * @param freeFrom first day on which the hospital can begin, null when not stated; offers of before it was asked have none
 * @param arrangements how the work goes there; offers of before it was asked have {@link Arrangements#NONE}
 */
public record OfferContent(
        String kind,
        String titleKo,
        String titleEn,
        String summaryKo,
        String summaryEn,
        List<String> modalities,
        List<String> diseases,
        List<String> bodyParts,
        List<String> labels,
        List<String> formats,
        List<String> environments,
        @Nullable String region,
        @Nullable Long persons,
        @Nullable Long studies,
        @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        @Nullable Integer clinicianHours,
        int capacityPerQuarter,
        int answerDays,
        UseTerms terms,
        List<String> wants,
        long priceWon,
        int accessDays,
        Delivery delivery,
        boolean downloadsAllowed,
        @Nullable String source,
        @Nullable LocalDate freeFrom,
        Arrangements arrangements) {

    /** Arrangements may be missing in what was kept before they were asked. */
    public OfferContent {
        arrangements = Objects.requireNonNullElse(arrangements, Arrangements.NONE);
    }

    /** What stands for it in a notice, whose reader sees the title in a language of their own. */
    public String inNotices() {
        return Notice.title(titleKo, titleEn);
    }

    public String title(Locale locale) {
        return locale.getLanguage().equals("en") && !titleEn.isBlank() ? titleEn : titleKo;
    }

    public String summary(Locale locale) {
        return locale.getLanguage().equals("en") && !summaryEn.isBlank() ? summaryEn : summaryKo;
    }

    /** The data cannot be prepared by Dari yet: only the meeting is. */
    public boolean matchOnly() {
        return source == null;
    }
}
