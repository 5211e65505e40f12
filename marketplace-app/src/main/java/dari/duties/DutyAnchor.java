package dari.duties;

/** What the day of a duty is counted from. */
enum DutyAnchor {
    ACCESS_STARTS,
    HALF_WAY,
    ACCESS_ENDS,
    FIXED_DAY,
    /** An event that may never come sets the day. */
    NOTICE
}
