package dari.billing;

/** Where a payment stands. */
public enum InvoiceStatus {
    INVOICED,
    PAID,
    /** Nothing is owed by the startup: the voucher, or a price of zero, covers it all. */
    COVERED,
    /** The project ended before anything was paid. */
    CANCELLED
}
