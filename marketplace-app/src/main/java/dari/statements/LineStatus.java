package dari.statements;

/** What became of a line. */
public enum LineStatus {
    WAITING,
    CONFIRMED,
    /** Not about an invoice of ours. */
    SET_ASIDE,
    /** Money that went out: kept to compare, nothing to confirm. */
    OUTGOING
}
