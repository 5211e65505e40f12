package dari.billing;

/** Where a payment stands. */
public enum InvoiceStatus {
    INVOICED,
    PAID,
    /** Nothing is owed by the startup: the voucher, or a price of zero, covers it all. */
    COVERED,
    /** The startup's bank disputes its payment; until that is decided the money counts for nothing. */
    DISPUTED,
    /** All of it was taken back. */
    REFUNDED,
    /** The project ended before anything was paid. */
    CANCELLED
}
