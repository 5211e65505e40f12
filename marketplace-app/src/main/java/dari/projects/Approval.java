package dari.projects;

/** What the hospital's ethics board said of a project. */
public enum Approval {
    /** The offer's terms ask for one, and it is not there yet. */
    TO_APPLY,
    NOT_NEEDED,
    EXEMPT,
    APPROVED;

    boolean isThere() {
        return this != TO_APPLY;
    }
}
