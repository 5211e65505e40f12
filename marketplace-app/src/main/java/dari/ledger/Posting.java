package dari.ledger;

import dari.kernel.Money;
import dari.kernel.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry.
 *
 * @param amount above zero for a debit, below for a credit
 */
public record Posting(
        Account account,
        @Nullable OrganizationId hospital,
        @Nullable BudgetLine budgetLine,
        Money amount) {

    public static Posting debit(Account account, @Nullable OrganizationId hospital, long won) {
        return new Posting(account, hospital, null, Money.krw(won));
    }

    public static Posting credit(Account account, @Nullable OrganizationId hospital, long won) {
        return debit(account, hospital, -won);
    }
}
