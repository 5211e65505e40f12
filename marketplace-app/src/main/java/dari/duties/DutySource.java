package dari.duties;

/** Who asked for a duty. */
public enum DutySource {
    /** The offer's terms and what every use owes. */
    TERMS,
    HOSPITAL,
    /** A board of the hospital, with its yes. */
    BOARD,
    /** The program's panel, with its yes. */
    PANEL
}
