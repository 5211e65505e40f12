package dari.exports.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The first rows of a table, for whoever decides about it.
 *
 * @param rows how many there are in all
 */
public record ShownTable(int number, List<String> header, List<List<Cell>> shown, int rows) {

    /** @param small whether it counts fewer than may be shown */
    public record Cell(String text, boolean small) {}

    public static ShownTable of(ResultTable table, long threshold, int most) {
        Set<Place> small = new HashSet<>(Counts.small(table, threshold));
        List<List<Cell>> shown = IntStream.range(0, Math.min(most, table.rows().size()))
                .mapToObj(row -> table.columns()
                        .mapToObj(column ->
                                new Cell(table.rows().get(row).get(column), small.contains(table.cell(row, column))))
                        .toList())
                .toList();
        return new ShownTable(
                table.number(), table.header(), shown, table.rows().size());
    }
}
