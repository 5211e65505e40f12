package dari.provisioner.release;

import dari.provisioner.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured on a release before it was let go ({@code assessment.json}). Holds nothing about how useful the
 * release is compared with the original: that is told to the steward only.
 *
 * @param assessment version of this shape, 1
 * @param recipeHash hash of the recipe that was run
 * @param gate what follows from it
 * @param reasons why it is held, or what was confirmed; at least one
 * @param kAsked k of the recipe, 0 when the recipe asks for none
 * @param kMeasured persons in the smallest class, counted again from the released files; 0 when nothing was counted
 * @param holdout share of persons withheld before treatment, 0 when none
 * @param undecided places of free text that may be identifiers and stayed as they were; null when no text was scrubbed
 */
public record Assessment(
        int assessment,
        String recipeHash,
        Instant madeAt,
        Gate gate,
        List<Words> reasons,
        int kAsked,
        int kMeasured,
        double holdout,
        List<AttackResult> attacks,
        @Nullable Long undecided) {

    public Assessment {
        reasons = List.copyOf(reasons);
        attacks = List.copyOf(attacks);
    }

    /** Whether the release may go on. */
    public enum Gate {
        /** Every limit was kept and every attack, with both its controls, is fine. */
        PASSED,
        /** A limit was missed or a test could not be believed: nothing but this file leaves. */
        HELD,
        /** The recipe asked for no attacks: the release exists but can never become READY. */
        NOT_ASSESSED
    }

    /**
     * One attack and its two controls.
     *
     * @param attack stable name, for example {@code singling-out}
     * @param knowledge what the attacker is assumed to know, in words
     * @param release the attack on the release: passes when the upper bound of the excess is below 0.05 and, for attacks
     *     that claim to find a person, the upper bound of the success as well: a claim that hits withheld persons just as
     *     often still names the right one of those who are in the release
     * @param rawTable the same attack on the untreated table: must be red (lower bound above 0.1)
     * @param freshRows the same attack on real rows that hold none of the targets: must be green (upper bound below 0.05)
     */
    public record AttackResult(
            String attack,
            Words knowledge,
            Verdict verdict,
            Measured release,
            @Nullable Measured rawTable,
            @Nullable Measured freshRows) {}

    /** What an attack with its controls says. */
    public enum Verdict {
        PASSED,
        FAILED,
        /** A control did not behave, so the figure counts for nothing. */
        NOT_BELIEVABLE
    }

    /**
     * Success of one attack on one table.
     *
     * @param targets persons attacked who are in the table
     * @param success share of them that the attack succeeded on, 0 to 1
     * @param successUpper upper bound of the 95 % interval of the success
     * @param controls persons attacked who were withheld
     * @param controlSuccess share of those that the attack seemed to succeed on
     * @param excess success minus controlSuccess
     * @param lower lower bound of the 95 % interval of the excess
     * @param upper upper bound of it
     */
    public record Measured(
            int targets,
            double success,
            double successUpper,
            int controls,
            double controlSuccess,
            double excess,
            double lower,
            double upper) {}
}
