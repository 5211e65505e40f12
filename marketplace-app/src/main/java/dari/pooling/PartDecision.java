package dari.pooling;

/** What a hospital says to its rows lying beside those of others. */
public enum PartDecision {
    ASKED,
    CONSENTED,
    REFUSED,
    /** It had consented; only its own part is gone. */
    WITHDRAWN
}
