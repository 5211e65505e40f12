package dari.sandboxes;

/** Where a sandbox stands. */
public enum SandboxStatus {
    REQUESTED,
    RECIPE_SET,
    GENERATING,
    IN_REVIEW,
    READY,
    ACTIVE,
    SUSPENDED,
    HELD,
    EXPIRED,
    /** Its project ended before anybody could look inside. */
    CANCELLED
}
