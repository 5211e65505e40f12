package dari.admin;

/**
 * How a call is reviewed.
 *
 * @param blind reviewers see neither startup nor hospital
 * @param reviewDays days from the invitation to the last day of a review
 * @param answerDays days from the invitation until somebody else is asked when there is no answer
 * @param conflictYears how many past years of shared work make a conflict
 * @param reserves how many reserves each application has
 * @param language language that reviewers must read, {@code ko} or {@code en}; empty for any
 */
public record ReviewTerms(
        boolean blind, int reviewDays, int answerDays, int conflictYears, int reserves, String language) {

    /** What holds for a call that says nothing else. */
    public static final ReviewTerms DEFAULT = new ReviewTerms(false, 14, 5, 3, 1, "");
}
