package dari.statements;

import dari.projects.ProjectId;

/**
 * An invoice that a deposit may pay.
 *
 * @param number the project's
 */
public record Suggestion(ProjectId project, String number, long owedWon, Reason why) {

    /** What fits, the surest first. */
    public enum Reason {
        BOTH,
        REFERENCE,
        AMOUNT
    }
}
