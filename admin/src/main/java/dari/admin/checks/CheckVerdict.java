package dari.admin.checks;

/** What a person decided about something that was found. */
public enum CheckVerdict {
    /** It does not stand in the way. */
    ACCEPTED,
    /** It does: no award while it stands. */
    UPHELD
}
