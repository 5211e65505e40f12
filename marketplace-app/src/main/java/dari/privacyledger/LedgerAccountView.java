package dari.privacyledger;

import dari.provisioner.privacy.AccountState;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A dataset's budget as its hospital sees it.
 *
 * @param epsilon the limit
 * @param rhoSpent what was ever taken, in the unit that adds up
 * @param epsilonSpent what that means at the account's δ
 * @param rhoLeft what is left, likewise
 * @param epsilonLeft the ε that one more release could still cost at the same δ
 */
public record LedgerAccountView(
        String dataset,
        String population,
        String epsilon,
        String delta,
        String rhoLimit,
        String rhoSpent,
        String epsilonSpent,
        String rhoLeft,
        String epsilonLeft) {

    private static final int SHOWN_DECIMALS = 6;

    static LedgerAccountView of(AccountState account) {
        return new LedgerAccountView(
                account.dataset(),
                account.population(),
                plain(account.epsilon()),
                plain(account.delta()),
                up(account.limit().toDecimal()),
                up(account.spent().toDecimal()),
                up(account.epsilonSpent()),
                down(account.remaining().toDecimal()),
                left(account));
    }

    /** The ε that one more release could still cost at the account's δ. */
    static String left(AccountState account) {
        return down(account.remaining().epsilon(account.delta()));
    }

    /** What was spent is never shown as less. */
    static String up(BigDecimal value) {
        return plain(value.setScale(SHOWN_DECIMALS, RoundingMode.CEILING));
    }

    /** What is left is never shown as more. */
    private static String down(BigDecimal value) {
        return plain(value.setScale(SHOWN_DECIMALS, RoundingMode.FLOOR));
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
