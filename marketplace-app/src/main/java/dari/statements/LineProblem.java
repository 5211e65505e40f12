package dari.statements;

/**
 * A row of a file that could not be read.
 *
 * @param row from 1; 0 for the file itself
 * @param problem message key
 */
public record LineProblem(int row, String problem) {}
