package dari.workspace;

import dari.provisioner.release.Distribution;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column's distribution as bars: each cell with its count and its length in percent of the longest.
 *
 * @param rest rows in no shown cell; null when too few to show
 */
public record ChartBars(List<Bar> bars, @Nullable Long rest) {

    public record Bar(String label, long count, double percent) {}

    /** An interval's label, e.g. {@code 1970-1974} or {@code 0–50000}. */
    private static final Pattern INTERVAL = Pattern.compile("(\\d{1,18})[-–](\\d{1,18})");

    /** Intervals stand in their own order, a wider one after the narrower that begin alike; other labels last. */
    private static final Comparator<Distribution.Cell> BY_INTERVAL = Comparator.comparingLong(
                    (Distribution.Cell cell) -> bound(cell.label(), 1))
            .thenComparingLong(cell -> bound(cell.label(), 2));

    public static ChartBars of(Distribution distribution) {
        long most = distribution.cells().stream()
                .mapToLong(Distribution.Cell::count)
                .max()
                .orElse(1);
        boolean intervals = distribution.cells().stream()
                .anyMatch(cell -> INTERVAL.matcher(cell.label()).matches());
        return new ChartBars(
                distribution.cells().stream()
                        .sorted(intervals ? BY_INTERVAL : (one, other) -> 0)
                        .map(cell -> new Bar(cell.label(), cell.count(), 100.0 * cell.count() / Math.max(1, most)))
                        .toList(),
                distribution.otherCount());
    }

    private static long bound(String label, int which) {
        Matcher interval = INTERVAL.matcher(label);
        return interval.matches() ? Long.parseLong(interval.group(which)) : Long.MAX_VALUE;
    }
}
