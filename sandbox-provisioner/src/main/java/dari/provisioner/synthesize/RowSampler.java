package dari.provisioner.synthesize;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws rows from a calibrated model with as little chance as possible: rows that agree on a separator share out the clique's other
 * columns in their expected numbers, rounded at random by less than one row each (systematic sampling), and in an order that mixes
 * them evenly over what is already drawn (a golden-ratio sequence).
 */
final class RowSampler {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final RandomGenerator random;

    RowSampler(RandomGenerator random) {
        this.random = random;
    }

    /** @param rows to draw */
    CodedTable draw(TreeModel model, int rows) {
        int[] sizes = model.sizes();
        JunctionTree tree = model.tree();
        short[][] columns = new short[sizes.length][rows];
        for (int c = 0; c < tree.count(); c++) {
            int[] clique = tree.clique(c);
            int[] separator = tree.separator(c);
            int[] fresh = Arrays.stream(clique)
                    .filter(v -> !Cells.contains(separator, v))
                    .toArray();
            double[] table = model.table(c);
            int[] toSeparator = model.toSeparator(c);
            int[] toFresh = Cells.projection(sizes, clique, fresh);
            int width = Cells.product(sizes, fresh);
            double[] conditional = new double[Cells.product(sizes, separator) * width];
            for (int i = 0; i < table.length; i++) {
                conditional[toSeparator[i] * width + toFresh[i]] = table[i];
            }
            int[] key = keys(columns, sizes, separator, rows);
            int[] drawn = share(conditional, width, key);
            for (int v = fresh.length - 1; v >= 0; v--) {
                short[] column = columns[fresh[v]];
                int size = sizes[fresh[v]];
                for (int row = 0; row < rows; row++) {
                    column[row] = (short) (drawn[row] % size);
                    drawn[row] /= size;
                }
            }
        }
        return new CodedTable(columns, sizes);
    }

    /**
     * The same rows in the finer codes of their groupings, each group's codes in their expected numbers; where that breaks a rule, rows
     * are drawn again.
     */
    CodedTable refine(CodedTable coarse, Grouping[] groupings, double[][] shapes, PublicFacts facts) {
        short[][] columns = new short[coarse.width()][];
        double[][] weights = new double[coarse.width()][];
        int[] sizes = new int[coarse.width()];
        for (int c = 0; c < columns.length; c++) {
            Grouping grouping = groupings[c];
            sizes[c] = grouping.codes();
            weights[c] = facts.weights(c, shapes[c]);
            double[] conditional = new double[grouping.groups() * sizes[c]];
            for (int code = 0; code < sizes[c]; code++) {
                conditional[grouping.groupOf(code) * sizes[c] + code] = weights[c][code];
            }
            int[] key = new int[coarse.rows()];
            for (int row = 0; row < key.length; row++) {
                key[row] = coarse.column(c)[row];
            }
            int[] drawn = share(conditional, sizes[c], key);
            columns[c] = new short[drawn.length];
            for (int row = 0; row < drawn.length; row++) {
                columns[c][row] = (short) drawn[row];
            }
        }
        facts.mend(columns, coarse, groupings, weights, random);
        return new CodedTable(columns, sizes);
    }

    private static int[] keys(short[][] columns, int[] sizes, int[] of, int rows) {
        int[] key = new int[rows];
        for (int column : of) {
            for (int row = 0; row < rows; row++) {
                key[row] = key[row] * sizes[column] + columns[column][row];
            }
        }
        return key;
    }

    /** Per row a value, drawn from the conditional distribution of its key. */
    private int[] share(double[] conditional, int width, int[] key) {
        int keys = conditional.length / width;
        int[] start = new int[keys + 1];
        for (int k : key) {
            start[k + 1]++;
        }
        for (int k = 0; k < keys; k++) {
            start[k + 1] += start[k];
        }
        int[] members = new int[key.length];
        int[] filled = start.clone();
        for (int row : shuffled(key.length)) {
            members[filled[key[row]]++] = row;
        }
        int[] drawn = new int[key.length];
        for (int k = 0; k < keys; k++) {
            int count = start[k + 1] - start[k];
            if (count > 0) {
                int[] values = systematic(conditional, k * width, width, count);
                for (int i = 0; i < count; i++) {
                    drawn[members[start[k] + i]] = values[i];
                }
            }
        }
        return drawn;
    }

    /** {@code count} values in ascending order, each in its expected number rounded up or down. */
    private int[] systematic(double[] weights, int from, int width, int count) {
        double total = 0;
        for (int i = 0; i < width; i++) {
            total += weights[from + i];
        }
        int[] values = new int[count];
        double step = total / count;
        double next = random.nextDouble() * step;
        double reached = 0;
        int filled = 0;
        int last = 0;
        for (int i = 0; i < width && filled < count; i++) {
            double weight = weights[from + i];
            if (weight > 0) {
                last = i;
            }
            reached += weight;
            while (filled < count && next < reached) {
                values[filled++] = i;
                next += step;
            }
        }
        while (filled < count) { // the last point may fall behind the sum's rounding
            values[filled++] = last;
        }
        return values;
    }

    private int[] shuffled(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
