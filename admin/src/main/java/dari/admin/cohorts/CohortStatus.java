package dari.admin.cohorts;

/** Where a cohort stands. */
public enum CohortStatus {
    /** Members, seats and aims are still chosen. */
    FORMING,
    /** Members rank each other; nothing else changes any more. */
    LISTS,
    /** The lists are closed. */
    CLOSED,
    /** The engine has run; only the desk knows the result. */
    ASSIGNED,
    /** Everybody knows their result, everybody can read who is with whom. */
    PUBLISHED
}
