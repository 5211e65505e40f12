package dari.billing;

/** Where money that came stands. */
public enum PaymentStatus {
    RECEIVED,
    DISPUTED,
    /** A dispute was decided for us. */
    KEPT,
    /** The payer's bank took it back. */
    LOST
}
