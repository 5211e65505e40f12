package dari.duties;

/** What is owed. The first five come from the offer's modifiers. */
public enum DutyKind {
    COLLABORATION,
    PUBLICATION,
    PUBLICATION_MORATORIUM,
    MODEL_RETURN,
    RETRAIN_AFTER_WITHDRAWAL,
    /** Half-way through the agreed days. */
    PROGRESS_REPORT,
    /** Copies are destroyed once access has ended. */
    DESTRUCTION_PROOF,
    /** A condition in the hospital's own words. */
    CONDITION
}
