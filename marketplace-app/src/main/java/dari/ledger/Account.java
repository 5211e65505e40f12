package dari.ledger;

/** What a line of the books counts. Debits are above zero. */
public enum Account {
    /** What startups owe of their own share; below zero where money has to go back to one. */
    STARTUP_OWES,
    /** What the program's budget committed to hospitals. */
    VOUCHER_COMMITTED,
    /** Money that came by transfer. */
    BANK,
    /** Money at the card provider. */
    CARD,
    /** Card money that is held back while its payer disputes it. */
    CARD_DISPUTED,
    /** What hospitals earned, without tax; always with the hospital and the line of its budget. */
    HOSPITAL_EARNED,
    VAT,
    /** Card money that settles no invoice, until it is given back. */
    UNPLACED,
    /** What startups have to pay back to the program. */
    CLAWBACK_OWED,
    /** What the program gets back of its vouchers. */
    VOUCHER_RETURNED
}
