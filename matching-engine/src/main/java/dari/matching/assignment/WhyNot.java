package dari.matching.assignment;

import org.jspecify.annotations.Nullable;

/**
 * Why an applicant did not get a place that was preferred; for the applicant's eyes only.
 *
 * @param rank where the place put the applicant, 1 for the first; null when it did not list the applicant
 * @param cutoff the rank of the last one taken; null when nobody was. In a full group: the rank, in its own
 *     department, of the last one that the group took
 */
public record WhyNot(
        String place,
        Reason reason,
        @Nullable Integer rank,
        @Nullable Integer cutoff) {

    /** What kept the applicant out; people read it by {@code matching.whynot.<name>}. */
    public enum Reason {
        NOT_LISTED,
        /** Every seat went to somebody whom the place put before. */
        FULL,
        /** The last seat went to somebody whom the place put as high; the published seed decided. */
        LOTTERY,
        /** The place had a seat, but its group's seats all went to applicants that the group put before. */
        GROUP_FULL,
        NO_CAPACITY,
        /** The organiser settled a pair, or kept a seat for a bound, that stands in the way. */
        FIXED,
        /** The organiser excluded the pair. */
        FORBIDDEN
    }

    public String getMessageKey() {
        return "matching.whynot." + reason.name();
    }
}
