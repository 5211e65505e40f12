package dari.boards;

/** What a board is. */
public enum BoardKind {
    IRB,
    DRB,
    /** One committee that does the work of both. */
    INTEGRATED,
    /** A board shared with other institutions. */
    SHARED
}
