package dari.admin;

import dari.admin.eligibility.Finding;
import dari.admin.forms.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an application can be handed in.
 *
 * @param problems what is wrong with the answers, in the order of the questions
 * @param findings what the call's rules say, met or not
 * @param trackMissing whether the call has kinds of award and none is chosen
 * @param unanswered names of those who were asked to take part and have not answered
 * @param money what it asks for against what the call pays; it never stops anybody: above the ceiling the firm pays itself
 * @param papers which certificates the office will find; it decides about those it does not
 */
public record Readiness(
        List<Problem> problems,
        List<Finding> findings,
        boolean trackMissing,
        List<String> unanswered,
        @Nullable AskedMoney money,
        List<AwardChecks.Paper> papers) {

    public boolean isComplete() {
        return problems.isEmpty()
                && !trackMissing
                && unanswered.isEmpty()
                && findings.stream().noneMatch(finding -> finding.state().stops());
    }

    /** How many things are still to be done. */
    public int open() {
        return problems.size()
                + (trackMissing ? 1 : 0)
                + unanswered.size()
                + (int) findings.stream()
                        .filter(finding -> finding.state().stops())
                        .count();
    }
}
