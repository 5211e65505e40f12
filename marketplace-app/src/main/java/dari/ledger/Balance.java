package dari.ledger;

import dari.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an account holds for one hospital and one line of its budget. */
public record Balance(
        Account account, @Nullable UUID hospital, @Nullable BudgetLine budgetLine, Money amount) {}
