package dari.privacyledger;

import dari.provisioner.privacy.AccountState;
import dari.provisioner.privacy.LedgerEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        String epsilonLeft,
        List<Line> lines) {

    private static final int SHOWN_DECIMALS = 6;

    /** A line, the newest first. */
    public record Line(
            long sequence,
            LedgerEntry.Act act,
            String rho,
            @Nullable String epsilon,
            String why,
            String by,
            Instant at) {}

    static LedgerAccountView of(AccountState account, List<LedgerEntry> entries) {
        return new LedgerAccountView(
                account.dataset(),
                account.population(),
                plain(account.epsilon()),
                plain(account.delta()),
                up(account.limit().toDecimal()),
                up(account.spent().toDecimal()),
                up(account.epsilonSpent()),
                down(account.remaining().toDecimal()),
                left(account),
                entries.stream()
                        .filter(entry -> entry.dataset().equals(account.dataset())
                                && entry.population().equals(account.population()))
                        .sorted((a, b) -> Long.compare(b.sequence(), a.sequence()))
                        .map(LedgerAccountView::line)
                        .toList());
    }

    private static Line line(LedgerEntry entry) {
        BigDecimal epsilon = entry.epsilon();
        return new Line(
                entry.sequence(),
                entry.act(),
                up(entry.rho()),
                epsilon == null ? null : plain(epsilon),
                entry.why(),
                entry.by(),
                entry.at());
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
