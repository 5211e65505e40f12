package dari.matching.assignment;

import java.util.List;

/**
 * Something that an organiser should know before an assignment is made.
 *
 * @param about ids of whom it is about, in the order of the instance; many are cut to the first {@link #MOST}
 * @param arguments what goes into the sentence; the first is the name it is about or the number of them
 */
public record Finding(Problem problem, List<String> about, List<String> arguments) {

    /** How many ids a finding names. */
    public static final int MOST = 20;

    public Finding {
        about = about.stream().limit(MOST).toList();
        arguments = List.copyOf(arguments);
    }

    /** What was found; people read it by {@code matching.feasibility.<name>}, which says what to do as well. */
    public enum Problem {
        /** A minimum above the seats of the same place or group: name, minimum, seats. */
        MINIMUM_ABOVE_CAPACITY(true),
        /** The departments' minimums together are above the group's seats: name, minimums, seats. */
        MINIMUMS_ABOVE_GROUP(true),
        /** All minimums together are above the number of applicants: minimums, applicants. */
        MINIMUMS_ABOVE_APPLICANTS(true),
        /** A target above the seats where it is counted: name, target, seats. */
        TARGET_ABOVE_SEATS(true),
        /** Fewer seats than applicants: seats, applicants. */
        FEWER_SEATS_THAN_APPLICANTS(false),
        /** Applicants who wish no place that would take them: how many. */
        NO_ACCEPTABLE_PLACE(false),
        /** Places with seats that no applicant both wishes and may have: how many. */
        NO_ACCEPTABLE_APPLICANT(false),
        /** A minimum above the number of applicants that could come: name, minimum, applicants. */
        MINIMUM_OUT_OF_REACH(false),
        /** A target above the number of applicants of the kind that could have a place: name, target, applicants. */
        TARGET_OUT_OF_REACH(false),
        /** A settled pair that does not wish each other: applicant, place. */
        FORCED_AGAINST_WISHES(false);

        private final boolean impossible;

        Problem(boolean impossible) {
            this.impossible = impossible;
        }

        /** Whether no assignment whatsoever can be what the instance asks for. */
        public boolean isImpossible() {
            return impossible;
        }
    }

    public String getMessageKey() {
        return "matching.feasibility." + problem.name();
    }
}
