package dari.exports;

import dari.exports.scan.ShownTable;
import java.util.List;
import java.util.UUID;

/**
 * What people look at before they decide about an export.
 *
 * @param threshold counts below it are small
 * @param tables the first rows of the tables in its files
 * @param earlier what else the project took out, the newest first
 * @param comparisons its tables beside those of the same shape
 * @param said whether whoever looks said their word already
 */
public record Evidence(
        long threshold,
        List<FileTables> tables,
        List<ExportView> earlier,
        List<Beside.Comparison> comparisons,
        boolean said) {

    /** The tables of one file. */
    public record FileTables(UUID file, String name, List<ShownTable> tables) {}

    /** Comparisons in which somebody could be told by a difference. */
    public long risky() {
        return comparisons.stream().filter(one -> one.difference().small() > 0).count();
    }
}
