package dari.admin.checks;

import java.util.List;

/**
 * What became of a list that was sent in.
 *
 * @param taken lines that are kept now; 0 when something is wrong
 * @param problems what is wrong, line by line; then nothing was taken
 */
public record ImportResult(int taken, List<Problem> problems) {

    /**
     * @param line its last line in the file, the heading is 1; 0 for the file as a whole
     * @param key message {@code checks.list.<key>}
     * @param column the column it is about; empty for the whole line
     */
    public record Problem(long line, String key, String column) {}
}
