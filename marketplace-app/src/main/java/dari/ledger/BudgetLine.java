package dari.ledger;

/** A line of a hospital's budget. */
public enum BudgetLine {
    DATA_PREPARATION,
    ANALYSIS,
    EXPERT_ADVICE,
    ACCESS,
    OTHER
}
