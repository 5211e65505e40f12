package dari.provisioner.privacy;

import dari.provisioner.Refused;

/**
 * A budget in memory, such as one job's share that the ledger already holds as spent. Amounts may be chosen with a view to
 * earlier answers: a filter that stops before the sum exceeds the limit keeps the whole at the limit (Feldman and Zrnic 2021,
 * arXiv 2008.11193, theorem 4.3; Whitehouse et al. 2023, arXiv 2203.05481).
 */
public final class SpendingFilter implements Budget {

    private Rho remaining;

    public SpendingFilter(Rho limit) {
        remaining = limit;
    }

    @Override
    public synchronized void spend(Rho amount, String what) {
        if (amount.compareTo(remaining) > 0) {
            throw new Refused("privacy budget exhausted: " + what + " needs " + amount + ", left is " + remaining);
        }
        remaining = remaining.minus(amount);
    }

    @Override
    public synchronized Rho remaining() {
        return remaining;
    }
}
