package dari.ledger;

import dari.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the books as it was entered. */
public record LedgerRow(
        UUID entry,
        Instant enteredAt,
        EntryKind kind,
        String source,
        @Nullable UUID project,
        Account account,
        @Nullable UUID hospital,
        @Nullable BudgetLine budgetLine,
        Money amount) {}
