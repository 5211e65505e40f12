package dari.admin.verification;

/** Where a request for a change stands. */
enum ChangeStatus {
    OPEN,
    APPROVED,
    REFUSED,
    WITHDRAWN
}
