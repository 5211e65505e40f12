package dari.matching.assignment;

/**
 * A pair that would both rather have each other.
 *
 * @param because what it was accepted for
 */
public record BlockingPair(String applicant, String place, Because because) {

    /** What a blocking pair was accepted for; people read it by {@code matching.blocking.<name>}. */
    public enum Because {
        /** A pair that the organiser settled, or a seat kept for a bound, stands in the way. */
        FIXED,
        /** Nothing does: the assignment is not stable. A run never leaves such a pair; a correction can. */
        NOTHING
    }

    public Pair pair() {
        return new Pair(applicant, place);
    }

    public String getMessageKey() {
        return "matching.blocking." + because.name();
    }
}
