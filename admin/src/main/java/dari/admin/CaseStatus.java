package dari.admin;

/** Where a verification stands. */
enum CaseStatus {
    OPEN,
    /** The organisation is to mend something and hand in again. */
    RETURNED,
    APPROVED,
    REFUSED
}
