package dari.notifications;

/** What became of a notice's letter. */
enum LetterState {
    /** Written, or handed to the letter box. */
    SENT,
    /** Waits for the day's digest. */
    WAITING,
    /** The person wants none. */
    NONE
}
