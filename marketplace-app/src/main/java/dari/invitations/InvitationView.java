package dari.invitations;

import dari.introductions.IntroductionId;
import dari.needs.NeedContent;
import dari.needs.NeedId;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.organizations.OrganizationFacts;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as its two sides see it: offer, need and match as they were when the hospital asked.
 *
 * @param reason why the startup declined, null unless it did
 * @param introduction what it led to, null unless the startup accepted
 */
public record InvitationView(
        InvitationId id,
        OrganizationFacts hospital,
        OrganizationFacts startup,
        OfferId offer,
        OfferContent offerContent,
        NeedId need,
        NeedContent needContent,
        InvitationStatus status,
        String language,
        String message,
        String verdict,
        int score,
        int toStartup,
        int toHospital,
        Instant invitedAt,
        LocalDate answerDue,
        @Nullable String reason,
        @Nullable IntroductionId introduction) {}
