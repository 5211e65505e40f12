package dari.sandboxes;

import dari.provisioner.Words;
import dari.provisioner.release.Assessment.AttackResult;
import dari.provisioner.release.Assessment.Measured;
import dari.provisioner.release.Assessment.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attack as a person reads it: counts before shares.
 *
 * @param number place in the table, by which the chart names it
 * @param kind which attack; its name is the message {@code sandboxes.attack.<kind>}
 * @param table whose rows the attacker knows, empty when only the person's own
 * @param tolerant whether the attacker allows for rows that were left out or grouped
 */
public record AttackLine(
        int number,
        String kind,
        String table,
        boolean tolerant,
        Words knowledge,
        Verdict verdict,
        Trial release,
        @Nullable Trial rawTable,
        @Nullable Trial freshRows) {

    /**
     * @param hits persons on whom the attack succeeded
     * @param excess how much more often it succeeded than on withheld persons, 0 to 1; the limit is for its upper bound
     * @param lower lower bound of the 95 % interval of the excess
     * @param upper upper bound of it
     */
    public record Trial(long hits, int targets, double excess, double lower, double upper) {

        private static Trial of(Measured measured) {
            return new Trial(
                    Math.round(measured.success() * measured.targets()),
                    measured.targets(),
                    measured.excess(),
                    measured.lower(),
                    measured.upper());
        }
    }

    static AttackLine of(int number, AttackResult result) {
        List<String> name = List.of(result.attack().split(":", -1));
        Measured raw = result.rawTable();
        Measured fresh = result.freshRows();
        return new AttackLine(
                number,
                name.get(0),
                name.size() > 1 ? name.get(1) : "",
                name.size() > 2,
                result.knowledge(),
                result.verdict(),
                Trial.of(result.release()),
                raw == null ? null : Trial.of(raw),
                fresh == null ? null : Trial.of(fresh));
    }
}
