package dari.quotes;

import dari.introductions.IntroductionId;
import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a quote as its two sides read it; amounts in won.
 *
 * @param number counted from 1 within the conversation
 * @param project whose invoice follows it; null before
 */
public record QuoteView(
        QuoteId id,
        IntroductionId introduction,
        OrganizationId startup,
        OrganizationId hospital,
        int number,
        QuoteOrigin origin,
        QuoteStatus status,
        PaymentGate gate,
        LocalDate validUntil,
        String note,
        List<QuoteLine> lines,
        long priceWon,
        long vatWon,
        @Nullable ProjectId project,
        Instant writtenAt,
        @Nullable Instant answeredAt,
        @Nullable String reason) {

    public long totalWon() {
        return priceWon + vatWon;
    }
}
