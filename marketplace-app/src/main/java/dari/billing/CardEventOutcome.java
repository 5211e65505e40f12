package dari.billing;

/** What came of an event of the payment provider. */
public enum CardEventOutcome {
    PAID,
    FAILED,
    EXPIRED,
    /** About a page that is not the present one, or about what was known already: nothing was done. */
    STALE,
    /** Money that settles nothing: it is being given back. */
    REFUNDING,
    REFUNDED,
    /** Money for no invoice of ours, or without a payment that could be given back. */
    UNKNOWN,
    /** Of the other mode, test or live, of another account, or in another currency. */
    FOREIGN,
    DISPUTED,
    /** A dispute that was decided. */
    DISPUTE_OVER,
    /** Given back at the provider, not here. */
    RETURNED_THERE,
    /** Asked for here, accepted, and failed at the provider after all. */
    REFUND_FAILED,
    /** Given back at the provider, which failed there: the money counts again. */
    RETURN_FAILED,
    /** About a payment that we have not heard of yet: it has its effect when the payment's own word comes. */
    EARLY
}
