package dari.billing;

/** What came of an event of the payment provider. */
public enum CardEventOutcome {
    PAID,
    FAILED,
    EXPIRED,
    /** About a page that is not the present one: nothing was done. */
    STALE,
    /** Money that settles nothing: it is being given back. */
    REFUNDING,
    REFUNDED,
    /** Money for no invoice of ours, or without a payment that could be given back. */
    UNKNOWN,
    /** Of the other mode, test or live, or in another currency. */
    FOREIGN,
    DISPUTED
}
