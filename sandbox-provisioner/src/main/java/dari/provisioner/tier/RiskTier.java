package dari.provisioner.tier;

/** Tiers of the regulator's pseudonymisation guideline (2026-03), from least to most risk. */
public enum RiskTier {
    /** The hospital's own use. */
    LOW(1),
    /** A third party inside an environment that the hospital controls. */
    MEDIUM(2),
    /** A third party in an environment that the hospital does not control. */
    HIGH(3);

    private final int leastReviewers;

    RiskTier(int leastReviewers) {
        this.leastReviewers = leastReviewers;
    }

    /** People who review it at least; at {@link #HIGH} a committee, in principle face to face. */
    public int leastReviewers() {
        return leastReviewers;
    }

    RiskTier raised() {
        return this == LOW ? MEDIUM : HIGH;
    }

    RiskTier lowered() {
        return this == HIGH ? MEDIUM : LOW;
    }
}
