package dari.approvals;

/** Where a meeting of a board stands. */
public enum SittingStatus {
    PLANNED,
    OPEN,
    CLOSED
}
