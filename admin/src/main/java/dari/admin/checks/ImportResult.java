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
     * @param line its number in the file; 0 for the file as a whole
     * @param key message {@code checks.list.<key>}
     */
    public record Problem(long line, String key, String column) {}

    static ImportResult of(int taken, List<ListFile.Problem> wrong) {
        return new ImportResult(
                taken,
                wrong.stream()
                        .map(problem -> new Problem(problem.line(), problem.key(), problem.column()))
                        .toList());
    }
}
