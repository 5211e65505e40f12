package dari.exploration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two columns together: how many rows fall into each pair of their cells, as a table and as circles whose area says the
 * same. A pair with fewer rows than may be shown is as if there were none.
 */
public record PairChart(String across, String down, List<String> columns, List<Row> rows) {

    /** Room for the labels of rows, and of columns above. */
    private static final int LEFT = 110;

    private static final int TOP = 84;
    private static final int CELL = 44;
    private static final int LARGEST = 20;
    private static final int LONGEST_LABEL = 12;
    private static final int NARROW = 6;

    public PairChart {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @param counts one for each column; null where there are too few rows to show */
    public record Row(String label, List<@Nullable Long> counts) {}

    /** A circle of the picture. */
    public record Circle(int x, int y, double radius) {}

    private record Place(String across, String down) {}

    /** What a query counted. */
    record Counted(String across, String down, long rows) {

        private Place place() {
            return new Place(across, down);
        }
    }

    static PairChart of(BinnedColumn across, BinnedColumn down, List<Counted> counted) {
        Map<Place, Long> counts = counted.stream().collect(Collectors.toMap(Counted::place, Counted::rows));
        List<String> columns =
                used(across, counted.stream().map(Counted::across).toList());
        List<String> rows = used(down, counted.stream().map(Counted::down).toList());
        return new PairChart(
                across.column().name(),
                down.column().name(),
                columns,
                rows.stream()
                        .map(row -> new Row(
                                row,
                                columns.stream()
                                        .<@Nullable Long>map(column -> counts.get(new Place(column, row)))
                                        .toList()))
                        .toList());
    }

    private static List<String> used(BinnedColumn column, List<String> found) {
        return Stream.concat(column.labels().stream(), Stream.of(BinnedColumn.OTHER))
                .filter(found::contains)
                .toList();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public int width() {
        return LEFT + CELL * columns.size();
    }

    public int height() {
        return TOP + CELL * rows.size();
    }

    /** Whether picture and table fit beside each other. */
    public boolean isNarrow() {
        return columns.size() <= NARROW;
    }

    public int x(int column) {
        return LEFT + CELL * column + CELL / 2;
    }

    public int y(int row) {
        return TOP + CELL * row + CELL / 2;
    }

    public String shortened(String label) {
        return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL - 1) + "…" : label;
    }

    public List<Circle> circles() {
        long most = rows.stream()
                .flatMap(row -> row.counts().stream())
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(row -> IntStream.range(0, columns.size())
                        .filter(column -> rows.get(row).counts().get(column) != null)
                        .mapToObj(column -> new Circle(
                                x(column),
                                y(row),
                                LARGEST
                                        * Math.sqrt((double) Objects.requireNonNull(
                                                        rows.get(row).counts().get(column))
                                                / most))))
                .toList();
    }
}
