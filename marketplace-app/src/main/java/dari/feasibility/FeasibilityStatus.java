package dari.feasibility;

/** Where a question stands. */
public enum FeasibilityStatus {
    /** The hospital's agent has yet to count. */
    ASKED,
    ANSWERED,
    /** The agent would not, or could not. */
    REFUSED
}
