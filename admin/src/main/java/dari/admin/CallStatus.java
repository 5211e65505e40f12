package dari.admin;

/** Where a call stands. */
enum CallStatus {
    DRAFT,
    OPEN,
    CLOSED,
    CANCELLED
}
