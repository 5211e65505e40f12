package dari.billing;

import dari.projects.ProjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credit on an invoice as finance reads it; amounts in won.
 *
 * @param payoutWon what goes back to the startup
 * @param byCard whether the card provider pays it back; else finance does, by transfer
 * @param refused the provider's code for its no; null while it has said none
 * @param refusedAt when it was heard; null while there is none, and for what was refused before this was kept
 * @param failed whether the provider had accepted it before
 */
public record RefundView(
        UUID id,
        ProjectId project,
        RefundStatus status,
        long priceWon,
        long vatWon,
        long voucherWon,
        long ownWon,
        long payoutWon,
        boolean byCard,
        @Nullable String refused,
        @Nullable Instant refusedAt,
        boolean failed,
        @Nullable String reference,
        String reason,
        Instant decidedAt,
        @Nullable Instant paidAt) {}
