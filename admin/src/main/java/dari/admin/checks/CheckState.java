package dari.admin.checks;

/** What a check found today. */
public enum CheckState {
    /** Looked for and not found on any list. */
    CLEAR,
    /** Worth knowing for who decides; nothing is against it. */
    NOTED,
    /** The document is in the wallet and holds today. */
    THERE,
    /** Everything is there; a person compares it. */
    CONFIRM,
    MISSING,
    /** In the wallet, without a last day: nobody can say that it holds. */
    UNDATED,
    EXPIRED,
    /** Found: on a list, or among the other applications. */
    HIT;

    /** Whether a person has to decide before an award. */
    public boolean asksForDecision() {
        return this != CLEAR && this != NOTED && this != THERE;
    }
}
