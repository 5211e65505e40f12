package dari.workspace;

import dari.provisioner.release.Distribution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column's distribution as bars: each cell with its count and its length in percent of the longest.
 *
 * @param rest rows in no shown cell; null when too few to show
 */
public record ChartBars(List<Bar> bars, @Nullable Long rest) {

    public record Bar(String label, long count, double percent) {}

    public static ChartBars of(Distribution distribution) {
        long most = distribution.cells().stream()
                .mapToLong(Distribution.Cell::count)
                .max()
                .orElse(1);
        return new ChartBars(
                distribution.cells().stream()
                        .map(cell -> new Bar(cell.label(), cell.count(), 100.0 * cell.count() / Math.max(1, most)))
                        .toList(),
                distribution.otherCount());
    }
}
