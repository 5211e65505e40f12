package dari.admin;

/** Where an application stands. */
public enum ApplicationStatus {
    DRAFT,
    SUBMITTED,
    RETURNED,
    IN_REVIEW,
    /** Reviewed and put before the panel. */
    DECISION_READY,
    APPROVED,
    APPROVED_WITH_CONDITIONS,
    /** On the reserve list: moves up when a place becomes free. */
    WAITLISTED,
    REJECTED,
    /** The applicant asked for the decision to be looked at again. */
    APPEALED,
    WITHDRAWN,
    /** Over without a project: not accepted in time, or the reserve list ended. */
    CLOSED;

    /** Whether the program has answered; a place on the reserve list can still be given up like an open application. */
    boolean isDecided() {
        return switch (this) {
            case APPROVED, APPROVED_WITH_CONDITIONS, REJECTED, APPEALED, CLOSED -> true;
            case DRAFT, SUBMITTED, RETURNED, IN_REVIEW, DECISION_READY, WAITLISTED, WITHDRAWN -> false;
        };
    }
}
