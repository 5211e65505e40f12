package dari.matching.retrieval;

/**
 * The numbers of retrieval, one choice for all collections; the README says what they were tried on and how little
 * depends on each.
 *
 * @param wordShare weight of words and concepts against meaning, from 0 to 1
 * @param depth scores are compared on the scale from the best to the one at this place; also how deep the first look goes
 * @param feedbackDocuments how many of the first answers speak for the query in the second look
 * @param feedbackTerms how many of their tokens are added
 * @param originalShare weight of the query's own words against the added ones, from 0 to 1
 * @param originalDirection weight of the query's own vector against the mean of the first answers', from 0 to 1
 * @param sharpness the larger, the more the very first answers count among those that speak: exp(sharpness × score)
 */
public record Setting(
        double wordShare,
        int depth,
        int feedbackDocuments,
        int feedbackTerms,
        double originalShare,
        double originalDirection,
        double sharpness) {

    public static final Setting DEFAULT = new Setting(0.45, 100, 10, 30, 0.5, 0.5, 3);

    public Setting {
        if (!(isShare(wordShare) && isShare(originalShare) && isShare(originalDirection) && sharpness >= 0)
                || depth < 1
                || feedbackDocuments < 0
                || feedbackTerms < 0) {
            throw new IllegalArgumentException("a share lies from 0 to 1 and a count is not negative");
        }
    }

    /** The same, but the query keeps to its own words: BM25 as everybody has it, for comparison. */
    public Setting withoutAddedWords() {
        return new Setting(wordShare, depth, feedbackDocuments, 0, originalShare, originalDirection, sharpness);
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
