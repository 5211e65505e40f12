package dari.billing;

import dari.projects.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An invoice as the two sides and the office read it; amounts in won. */
public record InvoiceView(
        ProjectId project,
        InvoiceStatus status,
        long priceWon,
        long vatWon,
        long voucherWon,
        long ownWon,
        @Nullable Instant paidAt,
        @Nullable String paymentReference) {}
