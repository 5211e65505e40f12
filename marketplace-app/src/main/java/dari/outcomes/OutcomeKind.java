package dari.outcomes;

/** What can come of a project. */
public enum OutcomeKind {
    PUBLICATION,
    PATENT,
    /** A product was notified, certified or approved. */
    PRODUCT,
    /** The startup says that nothing came of it; its duty to report is met. */
    NOTHING
}
