package dari.sandboxes;

import dari.provisioner.privacy.Rho;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe costs beside what its account has, as people read it: spent is never shown as less, left never as more.
 *
 * @param rho the price
 * @param left of the account, before this recipe and what is promised; null when the ledger has no such account
 * @param promised to other projects whose preparation is ahead or under way
 * @param after what would be left once all of that is paid; null when it does not fit
 */
public record CostView(
        String dataset,
        String population,
        String epsilon,
        String delta,
        String rho,
        @Nullable Amount left,
        String promised,
        @Nullable Amount after) {

    private static final int SHOWN_DECIMALS = 6;

    /** @param epsilon the amount at the account's δ */
    public record Amount(String rho, String epsilon) {}

    static CostView of(PrivacyCost cost, PrivacyBudgets.@Nullable Left left, BigDecimal promised) {
        BigDecimal after = left == null ? null : left.rho().subtract(promised).subtract(cost.rho());
        return new CostView(
                cost.dataset(),
                cost.population(),
                cost.epsilon(),
                cost.delta(),
                plain(cost.rho(), RoundingMode.CEILING),
                left == null ? null : amount(left.rho(), left.delta()),
                plain(promised, RoundingMode.CEILING),
                left == null || after == null || after.signum() < 0 ? null : amount(after, left.delta()));
    }

    /** Whether the ledger has the account at all. */
    public boolean known() {
        return left != null;
    }

    public boolean fits() {
        return after != null;
    }

    private static Amount amount(BigDecimal rho, BigDecimal delta) {
        return new Amount(plain(rho, RoundingMode.FLOOR), plain(Rho.of(rho).epsilon(delta), RoundingMode.FLOOR));
    }

    static String plain(BigDecimal value, RoundingMode rounding) {
        BigDecimal shown = value.setScale(SHOWN_DECIMALS, rounding);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
