package dari.acceptance;

/** What follows from an objection. */
public enum Remedy {
    REGENERATE,
    REFUND,
    /** By the hospital: it does not share the objection. By the program: it stands as it is. */
    NONE
}
