package dari.redecisions;

/** What a decision about a project says something of. */
enum Subject {
    /** Whether the use is permitted, and by which rules it is not. */
    VERDICT,
    TIER,
    BOARD,
    DUTY,
    CLAUSE,
    ACCESS_DAYS,
    ENVIRONMENT,
    /** Which version of a set of rules decided. */
    RULES
}
