package dari.admin.panel;

/** What a member of a panel can vote. */
public enum VoteChoice {
    APPROVE,
    APPROVE_WITH_CONDITIONS,
    WAITLIST,
    REJECT,
    ABSTAIN
}
