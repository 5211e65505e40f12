package dari.provisioner.release;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a column's values are spread, with small cells hidden: enough to draw a chart and its table.
 *
 * @param kind what the cells are
 * @param cells shown cells, the most frequent value first for {@link Kind#VALUES}, in order for {@link Kind#HISTOGRAM}
 * @param otherCount rows whose value is in no shown cell; null when that number is itself too small to show
 */
public record Distribution(
        Kind kind, List<Cell> cells, @Nullable Long otherCount) {

    public static final Distribution NONE = new Distribution(Kind.NONE, List.of(), null);

    /** Counts below this are never shown (DESIGN.md section 6). */
    public static final int SMALLEST_SHOWN = 10;

    public Distribution {
        cells = List.copyOf(cells);
    }

    /** The same without some cells, whose rows are among the others then. */
    public Distribution without(Predicate<Cell> hidden) {
        List<Cell> shown = cells.stream().filter(hidden.negate()).toList();
        long moved = cells.stream().filter(hidden).mapToLong(Cell::count).sum();
        Long others = otherCount;
        return moved == 0 ? this : new Distribution(kind, shown, (others == null ? 0 : others) + moved);
    }

    /** What the cells of a distribution mean. */
    public enum Kind {
        /** One cell per value. */
        VALUES,
        /** One cell per half-open interval [from, to). */
        HISTOGRAM,
        /** Nothing may or can be shown (identifiers, free text, keys). */
        NONE
    }

    /**
     * @param label the value, or the interval as text
     * @param from lower bound of a numeric or year interval, inclusive; null for values
     * @param to upper bound, exclusive; null for values
     */
    public record Cell(
            String label, @Nullable Double from, @Nullable Double to, long count) {}
}
