package dari.admin;

/**
 * What became of everything that a reviewer was asked.
 *
 * @param asked how often they were asked, ever
 * @param open reviews they still owe
 * @param late how often somebody else was asked, or the last day went by
 * @param conflicted how often a conflict kept them from reviewing after they were asked
 */
public record ReviewerRecord(int asked, int open, int submitted, int late, int conflicted) {

    /** Of somebody who was asked nothing. */
    public static final ReviewerRecord NONE = new ReviewerRecord(0, 0, 0, 0, 0);
}
