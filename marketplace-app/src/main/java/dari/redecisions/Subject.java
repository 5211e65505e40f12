package dari.redecisions;

/** What a decision about a project says something of. */
enum Subject {
    /** Whether the use is permitted, and by which rules it is not. */
    VERDICT,
    TIER,
    BOARD,
    /** What a board wants to have in hand. */
    PAPERS,
    /** What a board's form asks. */
    QUESTIONS,
    DUTY,
    CLAUSE,
    ACCESS_DAYS,
    ENVIRONMENT,
    /** The program's call, as far as it may change once it is open. */
    CALL,
    /** A step that the program asks of the award. */
    STEP,
    /** Which version of a set of rules decided. */
    RULES;

    /** Whether it is gone only because something else is that is compared itself: its board, or the award. */
    boolean goesWithAnother() {
        return switch (this) {
            case PAPERS, QUESTIONS, CALL, STEP -> true;
            case VERDICT, TIER, BOARD, DUTY, CLAUSE, ACCESS_DAYS, ENVIRONMENT, RULES -> false;
        };
    }
}
