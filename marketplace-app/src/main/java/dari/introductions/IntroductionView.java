package dari.introductions;

import dari.needs.NeedContent;
import dari.needs.NeedId;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.organizations.OrganizationFacts;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An introduction as its two sides see it: offer and need as they were when the interest was declared. */
public record IntroductionView(
        IntroductionId id,
        OrganizationFacts startup,
        OrganizationFacts hospital,
        OfferId offer,
        int offerRevision,
        OfferContent offerContent,
        NeedId need,
        int needRevision,
        NeedContent needContent,
        IntroductionStatus status,
        String verdict,
        int score,
        int toStartup,
        int toHospital,
        Instant declaredAt,
        LocalDate answerDue,
        @Nullable String reason) {}
