package dari.admin.panel;

/** What a panel votes on: one application, or the ranked list of its call. */
public enum BallotKind {
    APPLICATION,
    RANKING
}
