package dari.provisioner.synthesize;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A distribution over all columns, proportional to a product of factors over some of them, with exact marginals by two passes
 * over a junction tree. Tables hold probabilities, rescaled as they pass, never their logarithms. Not thread-safe.
 */
final class TreeModel {

    private final int[] sizes;
    private final JunctionTree tree;
    private final List<int[]> factors;
    private final int[][] factorsOf;
    private final int[][] factorMaps;
    private final double[][] tables;
    private final double[][] separators;
    private final int[][] toSeparator;
    private final int[][] fromParent;

    /** Per clique what can be of each cell; null where nothing is known of its columns. */
    private final double[] @Nullable [] possible;

    /** @param factors columns of each factor, ascending, each inside a clique of the tree */
    TreeModel(int[] sizes, JunctionTree tree, List<int[]> factors) {
        this(sizes, tree, factors, List.of());
    }

    /** @param known holds whatever the factors' weights are; each inside a clique of the tree */
    TreeModel(int[] sizes, JunctionTree tree, List<int[]> factors, List<Possible> known) {
        this.sizes = sizes.clone();
        this.tree = tree;
        this.factors = List.copyOf(factors);
        int count = tree.count();
        tables = new double[count][];
        separators = new double[count][];
        toSeparator = new int[count][];
        fromParent = new int[count][];
        for (int c = 0; c < count; c++) {
            tables[c] = new double[Cells.product(sizes, tree.clique(c))];
            separators[c] = new double[Cells.product(sizes, tree.separator(c))];
            toSeparator[c] = Cells.projection(sizes, tree.clique(c), tree.separator(c));
            fromParent[c] = tree.parent(c) < 0
                    ? new int[0]
                    : Cells.projection(sizes, tree.clique(tree.parent(c)), tree.separator(c));
        }
        factorMaps = new int[factors.size()][];
        int[] home = new int[factors.size()];
        int[] perClique = new int[count];
        for (int f = 0; f < home.length; f++) {
            home[f] = tree.holding(sizes, factors.get(f));
            perClique[home[f]]++;
            factorMaps[f] = Cells.projection(sizes, tree.clique(home[f]), factors.get(f));
        }
        factorsOf = new int[count][];
        for (int c = 0; c < count; c++) {
            factorsOf[c] = new int[perClique[c]];
        }
        int[] filled = new int[count];
        for (int f = 0; f < home.length; f++) {
            factorsOf[home[f]][filled[home[f]]++] = f;
        }
        possible = new double[count][];
        for (Possible each : known) {
            int clique = tree.holding(sizes, each.columns());
            double[] table = possible[clique];
            if (table == null) {
                table = new double[tables[clique].length];
                Arrays.fill(table, 1);
                possible[clique] = table;
            }
            multiply(table, each.share(), Cells.projection(sizes, tree.clique(clique), each.columns()));
        }
    }

    /** Whether something is known to be impossible. */
    boolean isRestricted() {
        return Arrays.stream(possible).anyMatch(Objects::nonNull);
    }

    JunctionTree tree() {
        return tree;
    }

    int[] sizes() {
        return sizes.clone();
    }

    /** Probabilities of a clique's cells after {@link #calibrate}; shared, not copied. */
    double[] table(int clique) {
        return tables[clique];
    }

    /** Probabilities of the cells that a clique shares with its parent; shared, not copied. */
    double[] separatorTable(int clique) {
        return separators[clique];
    }

    int[] toSeparator(int clique) {
        return toSeparator[clique];
    }

    /**
     * Makes every table the marginal of the distribution.
     *
     * @param weights per factor one non-negative number per cell
     * @return logarithm of the sum of all products, or NaN when it has no finite one
     */
    double calibrate(double[][] weights) {
        for (int c = 0; c < tables.length; c++) {
            multiplyFactors(c, weights);
        }
        double logarithm = 0;
        double[] scales = new double[tables.length];
        for (int c = tables.length - 1; c > 0; c--) {
            double[] separator = separators[c];
            sumInto(separator, tables[c], toSeparator[c]);
            scales[c] = normalise(separator);
            logarithm += Math.log(scales[c]);
            multiply(tables[tree.parent(c)], separator, fromParent[c]);
        }
        logarithm += Math.log(normalise(tables[0]));
        for (int c = 1; c < tables.length; c++) {
            double[] upward = separators[c].clone();
            double[] separator = separators[c];
            sumInto(separator, tables[tree.parent(c)], fromParent[c]);
            for (int s = 0; s < upward.length; s++) {
                upward[s] = upward[s] == 0 ? 0 : separator[s] / (upward[s] * scales[c]);
            }
            multiply(tables[c], upward, toSeparator[c]);
        }
        return Double.isFinite(logarithm) ? logarithm : Double.NaN;
    }

    private void multiplyFactors(int clique, double[][] weights) {
        double[] table = tables[clique];
        double[] known = possible[clique];
        if (known == null) {
            Arrays.fill(table, 1);
        } else {
            System.arraycopy(known, 0, table, 0, table.length);
        }
        for (int f : factorsOf[clique]) {
            multiply(table, weights[f], factorMaps[f]);
        }
    }

    /** Marginals of the factors' columns after {@link #calibrate}. */
    double[][] factorMarginals() {
        double[][] marginals = new double[factors.size()][];
        for (int c = 0; c < tables.length; c++) {
            for (int f : factorsOf[c]) {
                marginals[f] = new double[Cells.product(sizes, factors.get(f))];
                sumInto(marginals[f], tables[c], factorMaps[f]);
            }
        }
        return marginals;
    }

    /** The marginal of columns that lie inside one clique. */
    double[] marginal(int clique, int[] columns) {
        double[] marginal = new double[Cells.product(sizes, columns)];
        sumInto(marginal, tables[clique], Cells.projection(sizes, tree.clique(clique), columns));
        return marginal;
    }

    private static double normalise(double[] table) {
        double sum = 0;
        for (double cell : table) {
            sum += cell;
        }
        for (int i = 0; i < table.length; i++) {
            table[i] /= sum;
        }
        return sum;
    }

    private static void sumInto(double[] sums, double[] table, int[] map) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < table.length; i++) {
            sums[map[i]] += table[i];
        }
    }

    private static void multiply(double[] table, double[] by, int[] map) {
        for (int i = 0; i < table.length; i++) {
            table[i] *= by[map[i]];
        }
    }
}
