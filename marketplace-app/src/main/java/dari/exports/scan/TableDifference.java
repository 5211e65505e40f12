package dari.exports.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table beside an earlier one with the same columns: where two counts differ by a few, whoever has both knows those few.
 *
 * @param table number of the new table in its file
 * @param small cells that differ by less than the threshold
 */
public record TableDifference(int table, List<String> header, List<Line> lines, long small) {

    /** A row of both tables; a row that only one has is compared with nothing. */
    public record Line(List<Cell> cells) {}

    /**
     * @param before what stood there earlier; null where it did not differ
     * @param difference of two counts that are not the same; null otherwise
     * @param small whether that is less than the threshold
     */
    public record Cell(
            String now, @Nullable String before, @Nullable Long difference, boolean small) {}

    /** Empty where the two have not the same columns, or count nothing. */
    public static Optional<TableDifference> between(ResultTable now, ResultTable before, long threshold) {
        List<Integer> counted = Counts.columns(now);
        if (counted.isEmpty() || !now.names().equals(before.names())) {
            return Optional.empty();
        }
        Map<List<String>, List<String>> earlier = new HashMap<>();
        before.rows().forEach(row -> earlier.putIfAbsent(key(row, counted), row));
        Set<List<String>> matched = new HashSet<>();
        now.rows().stream()
                .map(row -> key(row, counted))
                .filter(earlier::containsKey)
                .forEach(matched::add);
        // a changed criterion may stand in the labels: rows without a namesake are compared in their order
        List<List<String>> left = before.rows().stream()
                .filter(row -> !matched.contains(key(row, counted)))
                .toList();
        List<Line> lines = new ArrayList<>();
        int next = 0;
        for (List<String> row : now.rows()) {
            List<String> other = earlier.get(key(row, counted));
            if (other == null && next < left.size()) {
                other = left.get(next++);
            }
            lines.add(line(row, other, counted, threshold));
        }
        long small = lines.stream()
                .flatMap(line -> line.cells().stream())
                .filter(Cell::small)
                .count();
        return Optional.of(new TableDifference(now.number(), now.header(), lines, small));
    }

    private static List<String> key(List<String> row, List<Integer> counted) {
        List<String> key = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            if (!counted.contains(column)) {
                key.add(row.get(column));
            }
        }
        return key;
    }

    private static Line line(List<String> now, @Nullable List<String> before, List<Integer> counted, long threshold) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < now.size(); column++) {
            String cell = now.get(column);
            String earlier = before == null ? null : before.get(column);
            if (earlier == null || earlier.equals(cell)) {
                cells.add(new Cell(cell, null, null, false));
                continue;
            }
            OptionalLong a = counted.contains(column) ? Counts.of(cell) : OptionalLong.empty();
            OptionalLong b = Counts.of(earlier);
            Long difference = a.isPresent() && b.isPresent() ? a.getAsLong() - b.getAsLong() : null;
            cells.add(new Cell(
                    cell,
                    earlier,
                    difference,
                    difference != null && difference != 0 && Math.abs(difference) < threshold));
        }
        return new Line(cells);
    }
}
