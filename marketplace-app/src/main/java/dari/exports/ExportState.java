package dari.exports;

/** How far an export is. */
public enum ExportState {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    REJECTED,
    CANCELLED,
    REVOKED;

    /** Whether its files are, or may soon be, with the startup: later ones are compared with them. */
    boolean isBeside() {
        return this == IN_REVIEW || this == APPROVED || this == REVOKED;
    }
}
