package dari.sandboxes;

import dari.kernel.IdBytes;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets a recipe through only when its price fits into what is left, together with what other projects were promised. The
 * hospital's ledger has the last word: this keeps people from asking in vain.
 */
@Component
class RecipeCosts {

    private static final List<String> PROMISED =
            List.of(SandboxStatus.RECIPE_SET.name(), SandboxStatus.GENERATING.name());

    private static final List<String> RUNNING = List.of(SandboxStatus.GENERATING.name());

    private final PrivacyBudgets budgets;
    private final JdbcClient database;

    RecipeCosts(PrivacyBudgets budgets, JdbcClient database) {
        this.budgets = budgets;
        this.database = database;
    }

    /** For showing: nothing is kept from changing meanwhile. */
    CostView show(OrganizationId hospital, SandboxId self, PrivacyCost cost) {
        return CostView.of(
                cost,
                budgets.left(hospital, cost.dataset(), cost.population()).orElse(null),
                promised(hospital, self, cost, PROMISED, ""));
    }

    /** @throws RuleBrokenException when the account is unknown, or the price does not fit */
    void require(OrganizationId hospital, SandboxId self, PrivacyCost cost) {
        Optional<PrivacyBudgets.Left> left = budgets.leftForMeAlone(hospital, cost.dataset(), cost.population());
        if (left.isEmpty()) {
            throw new RuleBrokenException("budget.rule.unknown", cost.dataset(), cost.population());
        }
        BigDecimal promised = promised(hospital, self, cost, PROMISED, " FOR UPDATE");
        CostView view = CostView.of(cost, left.get(), promised);
        if (!view.fits()) {
            throw new RuleBrokenException(
                    "budget.rule.exhausted",
                    view.rho(),
                    CostView.plain(left.get().rho(), RoundingMode.FLOOR),
                    view.promised(),
                    cost.dataset(),
                    cost.population());
        }
    }

    /** A recipe that may not run now, with the agent's word for why and the place or amount that goes with it. */
    record TooDear(Sandbox sandbox, String code, String limit) {}

    /**
     * Of those that would run next, the ones whose price no longer fits beside what is running and what stands before them.
     *
     * @param waiting all of one hospital, the oldest first
     */
    List<TooDear> tooDear(OrganizationId hospital, List<Sandbox> waiting) {
        List<TooDear> tooDear = new ArrayList<>();
        Map<String, BigDecimal> before = new java.util.HashMap<>();
        for (Sandbox sandbox : waiting) {
            PrivacyCost cost = sandbox.cost();
            if (cost == null || sandbox.status() != SandboxStatus.RECIPE_SET) {
                continue;
            }
            String account = cost.dataset() + " / " + cost.population();
            Optional<PrivacyBudgets.Left> left = budgets.leftForMeAlone(hospital, cost.dataset(), cost.population());
            if (left.isEmpty()) {
                tooDear.add(new TooDear(sandbox, "budget.unknown", account));
                continue;
            }
            BigDecimal taken = before.computeIfAbsent(
                    account, first -> promised(hospital, sandbox.id(), cost, RUNNING, " FOR UPDATE"));
            BigDecimal after = left.get().rho().subtract(taken).subtract(cost.rho());
            if (after.signum() < 0) {
                tooDear.add(new TooDear(
                        sandbox,
                        "budget.exhausted",
                        CostView.plain(left.get().rho().subtract(taken).max(BigDecimal.ZERO), RoundingMode.FLOOR)));
            } else {
                before.put(account, taken.add(cost.rho()));
            }
        }
        return tooDear;
    }

    private BigDecimal promised(
            OrganizationId hospital, SandboxId self, PrivacyCost cost, List<String> statuses, String lock) {
        return database
                .sql("SELECT cost_dataset, cost_population, cost_epsilon, cost_delta, cost_rho FROM sandbox"
                        + " WHERE hospital = :hospital AND status IN (:statuses) AND cost_rho IS NOT NULL AND id <> :self"
                        + lock)
                .param("hospital", IdBytes.of(hospital.value()))
                .param("statuses", statuses)
                .param("self", IdBytes.of(self.value()))
                .query((row, number) -> new PrivacyCost(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getBigDecimal(5)))
                .list()
                .stream()
                .filter(other -> other.isOf(cost.dataset(), cost.population()))
                .map(PrivacyCost::rho)
                .collect(Collectors.reducing(BigDecimal.ZERO, BigDecimal::add));
    }
}
