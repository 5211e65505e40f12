package dari.sandboxes;

/** Risk tier of the regulator's guideline (DOMAIN section 5), and how many people of the hospital look at a release. */
public enum Tier {
    /** A third party inside an environment that the provider controls. */
    MEDIUM(2),
    /** A third party in an environment that the provider does not control. */
    HIGH(3);

    private final int reviewers;

    Tier(int reviewers) {
        this.reviewers = reviewers;
    }

    public int reviewers() {
        return reviewers;
    }
}
