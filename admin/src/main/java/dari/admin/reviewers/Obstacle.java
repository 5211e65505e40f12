package dari.admin.reviewers;

/** Why somebody without a conflict is not proposed. */
public enum Obstacle {
    /** Asked before, whatever became of it. */
    ASKED,
    AWAY,
    /** Does not read the language of the call's reviews. */
    LANGUAGE,
    /** Has as many open reviews as they take. */
    FULL;

    /** Whether the office may choose the person all the same. */
    boolean isOpenToHand() {
        return this == LANGUAGE || this == FULL;
    }
}
