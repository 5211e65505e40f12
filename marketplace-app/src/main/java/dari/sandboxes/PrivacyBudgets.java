package dari.sandboxes;

import dari.kernel.OrganizationId;
import java.math.BigDecimal;
import java.util.Optional;

/** The feature that knows what is left of a hospital's privacy budgets, as far as the hospital's ledger was handed over. */
public interface PrivacyBudgets {

    /**
     * What is left of an account.
     *
     * @param rho in the unit that adds up
     * @param delta the account's δ, at which an amount is told as ε
     */
    record Left(BigDecimal rho, BigDecimal delta) {}

    /** Empty when the ledger has no such account, or was never handed over. */
    Optional<Left> left(OrganizationId hospital, String dataset, String population);

    /** The same as it is at this moment, and for this transaction alone until it ends: nobody else decides meanwhile. */
    Optional<Left> leftForMeAlone(OrganizationId hospital, String dataset, String population);
}
