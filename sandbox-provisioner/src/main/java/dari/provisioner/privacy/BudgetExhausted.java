package dari.provisioner.privacy;

import dari.provisioner.Refused;

/** A price does not fit into what is left of a budget; nothing was spent. */
public final class BudgetExhausted extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient Rho left;

    BudgetExhausted(String what, Rho left) {
        super(what);
        this.left = left;
    }

    /** What the account still had. */
    public Rho left() {
        return left;
    }
}
