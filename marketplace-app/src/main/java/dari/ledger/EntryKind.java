package dari.ledger;

/** What happened that an entry writes down. */
public enum EntryKind {
    INVOICE,
    CANCELLATION,
    PAYMENT,
    CREDIT,
    PAYOUT,
    PAYOUT_FAILED,
    STRAY,
    STRAY_RETURNED,
    STRAY_RETURN_FAILED,
    DISPUTE,
    DISPUTE_WON,
    DISPUTE_LOST,
    CLAWBACK,
    CLAWBACK_PAID
}
