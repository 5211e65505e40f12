package dari.billing;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import dari.quotes.PaymentGate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as the two sides and the office read it; amounts in won.
 *
 * @param number counted per hospital, without a gap; null for those of before numbers were given
 * @param taxInvoice approval number of the tax invoice; null before the hospital has named it
 */
public record InvoiceView(
        ProjectId project,
        OrganizationId hospital,
        @Nullable Integer number,
        InvoiceStatus status,
        PaymentGate gate,
        long priceWon,
        long vatWon,
        long voucherWon,
        long ownWon,
        long receivedWon,
        long disputedWon,
        long creditedPriceWon,
        long creditedVatWon,
        long creditedVoucherWon,
        long creditedOwnWon,
        @Nullable Instant issuedAt,
        @Nullable LocalDate dueOn,
        @Nullable String taxInvoice,
        @Nullable Instant paidAt,
        @Nullable String paymentReference) {

    public long owedWon() {
        return status == InvoiceStatus.CANCELLED ? 0 : ownWon - creditedOwnWon - receivedWon - disputedWon;
    }

    public long creditedWon() {
        return creditedPriceWon + creditedVatWon;
    }

    /** What can still be taken off. */
    public long creditableWon() {
        return priceWon + vatWon - creditedWon();
    }

    public boolean isPartlyPaid() {
        return status == InvoiceStatus.INVOICED && receivedWon > 0;
    }

    /** As it is printed; empty for those of before numbers were given. */
    public String printedNumber() {
        return number == null ? "" : String.format(Locale.ROOT, "%06d", number);
    }
}
