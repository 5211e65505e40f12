package dari.quotes;

/** Where a version of a quote stands. */
public enum QuoteStatus {
    OPEN,
    ACCEPTED,
    DECLINED,
    /** A later version stands in its place. */
    REPLACED,
    /** Nobody answered by its last day. */
    EXPIRED
}
