package dari.approvals;

/** What a member says of a project. */
public enum VoteChoice {
    APPROVE,
    APPROVE_WITH_CHANGES,
    EXEMPT,
    REFUSE,
    ABSTAIN;

    boolean isYes() {
        return this == APPROVE || this == APPROVE_WITH_CHANGES || this == EXEMPT;
    }
}
