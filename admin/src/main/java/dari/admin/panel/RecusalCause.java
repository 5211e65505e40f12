package dari.admin.panel;

/** Why a member stays out of an application. */
public enum RecusalCause {
    /** Belongs to a side: the system sees it. */
    BOUND,
    DECLARED
}
