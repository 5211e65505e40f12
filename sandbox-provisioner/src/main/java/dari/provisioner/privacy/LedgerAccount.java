package dari.provisioner.privacy;

/**
 * The budget of one dataset and population in a ledger. A spend is on the disk when it returns. Safe for several threads and
 * processes.
 */
public final class LedgerAccount implements Budget {

    private final Ledger ledger;
    private final LedgerChain.AccountName name;

    LedgerAccount(Ledger ledger, LedgerChain.AccountName name) {
        this.ledger = ledger;
        this.name = name;
    }

    /** Writes the amount down, rounded up to {@value Rho#DECIMALS} decimals, before it returns. */
    @Override
    public void spend(Rho amount, String what) {
        ledger.spend(name, amount, what);
    }

    @Override
    public Rho remaining() {
        return state().remaining();
    }

    public AccountState state() {
        return ledger.state(name);
    }

    /**
     * Writes a whole job's amount down as spent, and returns it as a budget in memory for the job's questions: one write to the
     * disk instead of hundreds, and what the job leaves over stays spent.
     *
     * @throws dari.provisioner.Refused when less than that is left
     */
    public Budget reserve(Rho amount, String what) {
        spend(amount, what);
        return new SpendingFilter(amount);
    }
}
