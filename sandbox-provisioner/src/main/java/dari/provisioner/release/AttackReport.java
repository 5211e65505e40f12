package dari.provisioner.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report over one release, as the command line writes it.
 *
 * @param attackReport version of this shape, 1
 * @param risk of the release's classes over the known columns; null for invented rows, which have none
 */
public record AttackReport(
        int attackReport,
        String recipeHash,
        Instant madeAt,
        @Nullable Risk risk,
        List<Assessment.AttackResult> attacks) {

    /**
     * Risks of re-identification by the classes of equal published rows (El Emam, "Guide to the De-Identification of Personal
     * Health Information", 2013). The population is everybody the report was given: original and control persons.
     *
     * @param prosecutorHighest 1 / rows of the smallest class: the target is known to be in the release
     * @param prosecutorAverage mean over the rows of 1 / rows of their class
     * @param journalistHighest 1 / persons of the population who fit the class that fewest fit
     * @param marketer share of rows that linking all of them to the population would name rightly
     */
    public record Risk(double prosecutorHighest, double prosecutorAverage, double journalistHighest, double marketer) {}

    public AttackReport {
        attacks = List.copyOf(attacks);
    }

    /** Whether every attack was withstood, each with both controls as they must be. */
    public boolean withstood() {
        return attacks.stream().allMatch(a -> a.verdict() == Assessment.Verdict.PASSED);
    }
}
