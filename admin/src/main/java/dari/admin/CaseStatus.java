package dari.admin;

/** Where a verification stands. */
enum CaseStatus {
    OPEN,
    APPROVED,
    REFUSED
}
