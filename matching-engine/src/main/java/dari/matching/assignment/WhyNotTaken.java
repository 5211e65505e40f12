package dari.matching.assignment;

/**
 * Why a place did not get an applicant whom it listed and would have taken; for the place's eyes only. It never says
 * where the applicant went.
 *
 * @param rank where the place put the applicant, 1 for the first
 */
public record WhyNotTaken(String applicant, Reason reason, int rank) {

    /** What kept the applicant away; people read it by {@code matching.whynottaken.<name>}. */
    public enum Reason {
        /** The applicant got a place that it put before this one. */
        PREFERRED_ANOTHER,
        NOT_WISHED,
        /** The place had a seat, but its group's seats all went to applicants that the group put before. */
        GROUP_FULL,
        /** The organiser settled a pair, or kept a seat for a bound, that stands in the way. */
        FIXED,
        /** The organiser excluded the pair. */
        FORBIDDEN
    }

    public String getMessageKey() {
        return "matching.whynottaken." + reason.name();
    }
}
