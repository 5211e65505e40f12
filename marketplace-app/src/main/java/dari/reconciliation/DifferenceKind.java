package dari.reconciliation;

/** What does not fit what. */
public enum DifferenceKind {
    ENTRY_UNBALANCED,
    OWED,
    COMMITTED,
    EARNED,
    RECEIVED,
    BANK,
    CARD,
    NUMBER_GAP,
    CARD_UNKNOWN,
    CARD_AMOUNT,
    CARD_REFUND,
    CARD_MISSING,
    LINE_AMOUNT,
    NO_LINE,
    LINE_WAITING,
    STRAY_WAITING
}
