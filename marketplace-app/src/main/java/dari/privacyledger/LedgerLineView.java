package dari.privacyledger;

import dari.provisioner.privacy.LedgerEntry;
import java.time.Instant;

/**
 * A line of a hospital's ledger as it is shown.
 *
 * @param dataset names the budget, with population; both empty when a torn line did not say
 * @param rho as far as it is shown, never less than it is
 */
public record LedgerLineView(
        long sequence,
        String dataset,
        String population,
        LedgerEntry.Act act,
        String rho,
        String why,
        String by,
        Instant at) {

    static LedgerLineView of(LedgerEntry entry) {
        return new LedgerLineView(
                entry.sequence(),
                entry.dataset(),
                entry.population(),
                entry.act(),
                LedgerAccountView.up(entry.rho()),
                entry.why(),
                entry.by(),
                entry.at());
    }
}
