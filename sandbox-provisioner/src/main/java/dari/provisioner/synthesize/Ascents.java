package dari.provisioner.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose values never fall from one to another, where both are declared. The pairs are closed: with a ≤ b and b ≤ c there is
 * a ≤ c. Since every {@link Scale} has no gap, columns that can ascend pair by pair can ascend together. Immutable.
 */
final class Ascents {

    /** Redrawing a group of columns this often before it is drawn column by column: exact, but not in the right proportions. */
    private static final int TRIES = 60;

    private final @Nullable Scale[] scales;
    private final boolean[][] below;
    private final List<int[]> together;

    /**
     * @param scales per column; null for one that takes part in no ascent
     * @param below per pair of columns, whether the first is never above the second; closed and without a circle
     */
    Ascents(@Nullable Scale[] scales, boolean[][] below) {
        this.scales = scales.clone();
        this.below = Arrays.stream(below).map(boolean[]::clone).toArray(boolean[][]::new);
        this.together = together();
    }

    /** Groups of columns that hang together, each from the lowest upwards. */
    private List<int[]> together() {
        Forest forest = new Forest(scales.length);
        pairs().forEach(pair -> forest.join(pair[0], pair[1]));
        List<int[]> groups = new ArrayList<>();
        for (int first = 0; first < scales.length; first++) {
            int column = first;
            int[] group = IntStream.range(0, scales.length)
                    .filter(other -> scales[other] != null && forest.connected(column, other))
                    .toArray();
            if (group.length > 1 && group[0] == column) {
                // the pairs are closed, so the number of columns below one orders them
                groups.add(IntStream.of(group)
                        .boxed()
                        .sorted((a, b) -> Integer.compare(lower(a), lower(b)))
                        .mapToInt(Integer::intValue)
                        .toArray());
            }
        }
        return groups;
    }

    private int lower(int column) {
        return (int) IntStream.range(0, scales.length)
                .filter(other -> below[other][column])
                .count();
    }

    boolean isOrdered(int column) {
        return scales[column] != null;
    }

    /** Every pair, the lower column first. */
    List<int[]> pairs() {
        List<int[]> pairs = new ArrayList<>();
        for (int low = 0; low < below.length; low++) {
            for (int high = 0; high < below.length; high++) {
                if (below[low][high]) {
                    pairs.add(new int[] {low, high});
                }
            }
        }
        return pairs;
    }

    Scale scale(int column) {
        Scale scale = scales[column];
        if (scale == null) {
            throw new IllegalArgumentException("column " + column + " has no order");
        }
        return scale;
    }

    /** Whether some number of the one code is not above some number of the other; always where one of them is undeclared. */
    boolean allows(int low, int lowCode, int high, int highCode) {
        Scale lower = scale(low);
        Scale upper = scale(high);
        return !lower.isDeclared(lowCode)
                || !upper.isDeclared(highCode)
                || lower.lowest()[lowCode] <= upper.highest()[highCode];
    }

    /** For every pair, how much of each cell of two groups' codes can be, by the columns' weights. */
    List<Possible> possible(Grouping[] groupings, double[][] weights) {
        return pairs().stream()
                .map(pair -> possible(pair[0], pair[1], groupings, weights))
                .toList();
    }

    private Possible possible(int low, int high, Grouping[] groupings, double[][] weights) {
        Grouping lows = groupings[low];
        Grouping highs = groupings[high];
        double[] ofLow = lows.sum(weights[low]);
        double[] ofHigh = highs.sum(weights[high]);
        double[][] kept = new double[lows.groups()][highs.groups()];
        Scale upper = scale(high);
        // from the highest code down: what lies at or above each number, by the upper column's group
        double[] reached = new double[highs.groups()];
        for (int code = upper.codes(); code < highs.codes(); code++) {
            reached[highs.groupOf(code)] += weights[high][code]; // undeclared: never in the way
        }
        int next = upper.codes() - 1;
        for (int code = lows.codes() - 1; code >= 0; code--) {
            boolean free = !scale(low).isDeclared(code);
            while (!free && next >= 0 && upper.highest()[next] >= scale(low).lowest()[code]) {
                reached[highs.groupOf(next)] += weights[high][next];
                next--;
            }
            for (int group = 0; group < ofHigh.length; group++) {
                kept[lows.groupOf(code)][group] += weights[low][code] * (free ? ofHigh[group] : reached[group]);
            }
        }
        boolean ascending = low < high;
        int[] columns = ascending ? new int[] {low, high} : new int[] {high, low};
        double[] share = new double[ofLow.length * ofHigh.length];
        for (int a = 0; a < ofLow.length; a++) {
            for (int b = 0; b < ofHigh.length; b++) {
                double all = ofLow[a] * ofHigh[b];
                share[ascending ? a * ofHigh.length + b : b * ofLow.length + a] =
                        all == 0 ? 0 : Math.min(1, kept[a][b] / all);
            }
        }
        return new Possible(columns, share);
    }

    /**
     * Draws the codes of rows that fall from one column to another again, inside their groups: until they ascend, so that what comes
     * out follows the weights among what ascends.
     *
     * @param columns codes per column and row; changed in place
     */
    void mend(short[][] columns, CodedTable coarse, Grouping[] groupings, double[][] weights, RandomGenerator random) {
        for (int[] group : together) {
            GroupDraw[] draws = new GroupDraw[columns.length];
            for (int column : group) {
                draws[column] = new GroupDraw(groupings[column], weights[column], scale(column));
            }
            for (int row = 0; row < coarse.rows(); row++) {
                for (int tries = 0; !ascends(group, columns, row); tries++) {
                    if (tries == TRIES) {
                        oneByOne(group, columns, row, coarse, draws, random);
                        break;
                    }
                    for (int column : group) {
                        columns[column][row] = (short) draws[column].any(coarse.column(column)[row], random);
                    }
                }
            }
        }
    }

    private boolean ascends(int[] group, short[][] columns, int row) {
        for (int low : group) {
            for (int high : group) {
                if (below[low][high] && !allows(low, columns[low][row], high, columns[high][row])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** From the lowest column up, each between what is drawn below it and what its upper ones can still reach. */
    private void oneByOne(
            int[] group, short[][] columns, int row, CodedTable coarse, GroupDraw[] draws, RandomGenerator random) {
        for (int column : group) {
            long from = Long.MIN_VALUE;
            long to = Long.MAX_VALUE;
            for (int other : group) {
                if (below[other][column] && scale(other).isDeclared(columns[other][row])) {
                    from = Math.max(from, scale(other).lowest()[columns[other][row]]);
                }
                if (below[column][other]) {
                    to = Math.min(to, draws[other].highest(coarse.column(other)[row]));
                }
            }
            columns[column][row] = (short) draws[column].between(coarse.column(column)[row], from, to, random);
        }
    }

    /**
     * Numbers for the released cells of one row, evenly from those that ascend.
     *
     * @param codes of the row
     * @param numbers per column; only those of ordered columns with a declared code are set
     */
    void numbers(int[] codes, long[] numbers, RandomGenerator random) {
        for (int[] group : together) {
            for (int column : group) {
                if (!scale(column).isDeclared(codes[column])) {
                    continue;
                }
                long from = scale(column).lowest()[codes[column]];
                long to = scale(column).highest()[codes[column]];
                for (int other : group) {
                    boolean declared = scale(other).isDeclared(codes[other]);
                    if (declared && below[other][column]) {
                        from = Math.max(from, numbers[other]);
                    }
                    if (declared && below[column][other]) {
                        to = Math.min(to, scale(other).highest()[codes[other]]);
                    }
                }
                numbers[column] = from == to ? from : random.nextLong(from, to + 1);
            }
        }
    }

    /** Codes of one ordered column's groups, which are runs of codes, in proportion to weights. */
    private static final class GroupDraw {

        private final double[] cumulated;
        private final int[] first;
        private final int[] end;
        private final Scale scale;

        GroupDraw(Grouping grouping, double[] weights, Scale scale) {
            this.scale = scale;
            cumulated = new double[weights.length + 1];
            first = new int[grouping.groups()];
            end = new int[grouping.groups()];
            Arrays.fill(first, -1);
            for (int code = 0; code < weights.length; code++) {
                cumulated[code + 1] = cumulated[code] + weights[code];
                int group = grouping.groupOf(code);
                if (weights[code] > 0) {
                    first[group] = first[group] < 0 ? code : first[group];
                    end[group] = code + 1;
                }
            }
        }

        int any(int group, RandomGenerator random) {
            return in(first[group], end[group], random);
        }

        /** The highest number of a group; above all others where a code of it is undeclared. */
        long highest(int group) {
            return scale.isDeclared(end[group] - 1) ? scale.highest()[end[group] - 1] : Long.MAX_VALUE;
        }

        int between(int group, long from, long to, RandomGenerator random) {
            int start = first[group];
            int stop = end[group];
            while (start < stop && scale.isDeclared(start) && scale.highest()[start] < from) {
                start++;
            }
            while (stop > start && scale.isDeclared(stop - 1) && scale.lowest()[stop - 1] > to) {
                stop--;
            }
            return in(start, stop, random);
        }

        private int in(int from, int to, RandomGenerator random) {
            if (from >= to) {
                throw new IllegalStateException("a cell without a possible code was drawn");
            }
            double drawn = cumulated[from] + random.nextDouble() * (cumulated[to] - cumulated[from]);
            int at = Arrays.binarySearch(cumulated, from, to + 1, drawn);
            int code = at < 0 ? -at - 2 : at;
            return Math.max(from, Math.min(to - 1, code));
        }
    }
}
