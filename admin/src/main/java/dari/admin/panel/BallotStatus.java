package dari.admin.panel;

/** Where a vote stands. Votes are secret while it is open. */
public enum BallotStatus {
    OPEN,
    CLOSED,
    PUBLISHED
}
