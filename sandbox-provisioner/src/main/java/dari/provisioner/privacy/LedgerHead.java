package dari.provisioner.privacy;

/**
 * How far a ledger went: what the marketplace signs back, so that a ledger restored from an older copy is found out.
 *
 * @param ledger hash of its first line, which tells ledgers apart
 * @param sequence of its last line
 * @param hash of its last line
 */
public record LedgerHead(String ledger, long sequence, String hash) {

    /** Kind of the signed document that holds one. */
    public static final String KIND = "dari-ledger-head-1";
}
