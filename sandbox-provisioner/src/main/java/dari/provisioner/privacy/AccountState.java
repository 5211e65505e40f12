package dari.provisioner.privacy;

import java.math.BigDecimal;

/**
 * Where the privacy budget of one dataset and population stands.
 *
 * @param epsilon the limit as it was decided
 * @param delta likewise
 * @param limit the limit in ρ
 * @param spent everything that was ever taken, failed and repeated jobs included
 * @param spends how many times something was taken
 */
public record AccountState(
        String dataset, String population, BigDecimal epsilon, BigDecimal delta, Rho limit, Rho spent, int spends) {

    static AccountState opened(LedgerEntry entry) {
        return new AccountState(
                entry.dataset(),
                entry.population(),
                limit(entry.epsilon()),
                limit(entry.delta()),
                Rho.of(entry.rho()),
                Rho.ZERO,
                0);
    }

    AccountState after(LedgerEntry entry) {
        return switch (entry.act()) {
            case RAISE ->
                new AccountState(
                        dataset,
                        population,
                        limit(entry.epsilon()),
                        limit(entry.delta()),
                        Rho.of(entry.rho()),
                        spent,
                        spends);
            case SPEND, MEND ->
                new AccountState(
                        dataset, population, epsilon, delta, limit, spent.plus(Rho.of(entry.rho())), spends + 1);
            case OPEN -> throw new IllegalStateException("an account is opened once");
        };
    }

    private static BigDecimal limit(@org.jspecify.annotations.Nullable BigDecimal given) {
        if (given == null) {
            throw new IllegalStateException("a limit without epsilon and delta was let through");
        }
        return given;
    }

    public Rho remaining() {
        return spent.compareTo(limit) >= 0 ? Rho.ZERO : limit.minus(spent);
    }

    /** The ε that everything spent so far amounts to, at this account's δ. */
    public BigDecimal epsilonSpent() {
        return spent.epsilon(delta);
    }
}
