package dari.ledger;

/** What happened that an entry writes down. */
public enum EntryKind {
    INVOICE,
    CANCELLATION,
    PAYMENT,
    CREDIT,
    PAYOUT,
    STRAY,
    STRAY_RETURNED,
    DISPUTE,
    DISPUTE_WON,
    DISPUTE_LOST,
    CLAWBACK,
    CLAWBACK_PAID
}
