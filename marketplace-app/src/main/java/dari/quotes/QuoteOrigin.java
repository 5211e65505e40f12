package dari.quotes;

/** Where a quote comes from. */
public enum QuoteOrigin {
    HOSPITAL,
    /** The price of the offer that both sides had before them when they agreed, and no other was ever asked. */
    LISTED
}
