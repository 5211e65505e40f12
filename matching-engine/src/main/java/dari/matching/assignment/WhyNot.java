package dari.matching.assignment;

import org.jspecify.annotations.Nullable;

/**
 * Why an applicant did not get a place that was preferred; for the applicant's eyes only.
 *
 * @param rank where the place put the applicant, 1 for the first; null when it did not list the applicant
 * @param cutoff the rank of the last one taken; null when nobody was
 */
public record WhyNot(
        String place,
        Reason reason,
        @Nullable Integer rank,
        @Nullable Integer cutoff) {

    /** What kept the applicant out; people read it by {@code matching.whynot.<name>}. */
    public enum Reason {
        NOT_LISTED,
        FULL,
        NO_CAPACITY
    }

    public String getMessageKey() {
        return "matching.whynot." + reason.name();
    }
}
