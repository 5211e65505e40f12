package dari.admin.forms;

/**
 * When a question is asked: only where an earlier choice has this answer.
 *
 * @param question id of the earlier question
 * @param option code of its option
 */
public record Condition(String question, String option) {}
