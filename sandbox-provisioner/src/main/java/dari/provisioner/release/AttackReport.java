package dari.provisioner.release;

import java.time.Instant;
import java.util.List;

/**
 * A report over one release, as the command line writes it.
 *
 * @param attackReport version of this shape, 1
 */
public record AttackReport(int attackReport, String recipeHash, Instant madeAt, List<Assessment.AttackResult> attacks) {
    public AttackReport {
        attacks = List.copyOf(attacks);
    }

    /** Whether every attack was withstood, each with both controls as they must be. */
    public boolean withstood() {
        return attacks.stream().allMatch(a -> a.verdict() == Assessment.Verdict.PASSED);
    }
}
