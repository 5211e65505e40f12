package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.introductions.IntroductionView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An introduction as its two sides see it: offer and need as they were when the interest was declared.
 *
 * @param status INTERESTED, MUTUAL, DECLINED or EXPIRED
 * @param answerDue last day on which the hospital means to answer
 * @param reason why the hospital declined
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IntroductionAnswer(
        UUID id,
        OrganizationAnswer startup,
        OrganizationAnswer hospital,
        UUID offer,
        int offerRevision,
        OfferBody offerContent,
        UUID need,
        int needRevision,
        NeedBody needContent,
        String status,
        String verdict,
        int score,
        int toStartup,
        int toHospital,
        Instant declaredAt,
        LocalDate answerDue,
        @Nullable String reason) {

    static IntroductionAnswer of(IntroductionView one) {
        return new IntroductionAnswer(
                one.id().value(),
                OrganizationAnswer.of(one.startup()),
                OrganizationAnswer.of(one.hospital()),
                one.offer().value(),
                one.offerRevision(),
                OfferBody.open(one.offerContent()),
                one.need().value(),
                one.needRevision(),
                NeedBody.of(one.needContent(), null, null),
                one.status().name(),
                one.verdict(),
                one.score(),
                one.toStartup(),
                one.toHospital(),
                one.declaredAt().truncatedTo(ChronoUnit.MILLIS),
                one.answerDue(),
                one.reason());
    }
}
