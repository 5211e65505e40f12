package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.introductions.IntroductionId;
import dari.invitations.InvitationView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hospital's question to a startup whether it wants to talk.
 *
 * @param status OPEN, ACCEPTED, DECLINED, WITHDRAWN or EXPIRED
 * @param reason why the startup declined
 * @param introduction what it led to, once accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvitationAnswer(
        UUID id,
        OrganizationAnswer hospital,
        OrganizationAnswer startup,
        UUID offer,
        OfferBody offerContent,
        UUID need,
        NeedBody needContent,
        String status,
        String language,
        String message,
        String verdict,
        int score,
        Instant invitedAt,
        LocalDate answerDue,
        @Nullable String reason,
        @Nullable UUID introduction) {

    static InvitationAnswer of(InvitationView one) {
        return new InvitationAnswer(
                one.id().value(),
                OrganizationAnswer.of(one.hospital()),
                OrganizationAnswer.of(one.startup()),
                one.offer().value(),
                OfferBody.open(one.offerContent()),
                one.need().value(),
                NeedBody.of(one.needContent(), null, null),
                one.status().name(),
                one.language(),
                one.message(),
                one.verdict(),
                one.score(),
                one.invitedAt().truncatedTo(ChronoUnit.MILLIS),
                one.answerDue(),
                one.reason(),
                Optional.ofNullable(one.introduction())
                        .map(IntroductionId::value)
                        .orElse(null));
    }
}
