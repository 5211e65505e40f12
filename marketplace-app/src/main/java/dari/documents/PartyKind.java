package dari.documents;

/** The kinds of parties besides the organisation itself. */
public enum PartyKind {
    HOSPITAL,
    CALL,
    /** The program office, as it verifies the organisation. */
    VERIFICATION
}
