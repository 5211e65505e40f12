package dari.billing;

import dari.projects.ProjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that came for an invoice; amounts in won.
 *
 * @param cardPayment the card provider's identity of it; null for a transfer
 * @param statementLine the line of a bank statement that shows it; null for a card, and where no statement did yet
 */
public record PaymentView(
        UUID id,
        ProjectId project,
        Rail rail,
        PaymentStatus status,
        long won,
        long returnedWon,
        String reference,
        @Nullable String cardPayment,
        @Nullable UUID statementLine,
        Instant receivedAt) {}
