package dari.billing;

/** Where money that goes back stands. */
public enum RefundStatus {
    /** The invoice was lowered before anything of it had been paid. */
    NOTHING_TO_PAY,
    TO_PAY,
    PAID
}
