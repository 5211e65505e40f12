package dari.provisioner.deidentify;

import java.util.Arrays;

/**
 * Rows as numbers that say what is published of them at some levels: each quasi-identifier's published values are counted
 * from 0 and are the digits of a number of mixed radix, in as many words as the values themselves need. Equal keys are equal
 * published rows, and few published rows have small keys. Immutable; shared by all threads.
 */
final class GeneralisedRows {

    private final QuasiTable table;
    /** By attribute, level and leaf: the number of the published value. */
    private final int[][][] digits;
    /** By attribute and level: how many published values there are. */
    private final int[][] radix;

    private final int[] wordOf;
    private final int words;
    private final double[][][] losses;
    /** By attribute and leaf: rows that have it. */
    private final int[][] frequency;

    GeneralisedRows(QuasiTable table) {
        this.table = table;
        int attributes = table.attributes();
        this.digits = new int[attributes][][];
        this.radix = new int[attributes][];
        this.losses = new double[attributes][][];
        this.frequency = new int[attributes][];
        this.wordOf = new int[attributes];
        int word = 0;
        long keys = 1;
        for (int a = 0; a < attributes; a++) {
            fill(a);
            if (keys > Long.MAX_VALUE / radix[a][0]) {
                word++;
                keys = 1;
            }
            wordOf[a] = word;
            keys *= radix[a][0];
        }
        this.words = word + 1;
    }

    private void fill(int attribute) {
        Hierarchy hierarchy = table.hierarchies()[attribute];
        digits[attribute] = new int[hierarchy.levels()][hierarchy.leaves()];
        radix[attribute] = new int[hierarchy.levels()];
        losses[attribute] = new double[hierarchy.levels()][hierarchy.leaves()];
        frequency[attribute] = new int[hierarchy.leaves()];
        for (int leaf : table.leaves()[attribute]) {
            frequency[attribute][leaf]++;
        }
        for (int level = 0; level < hierarchy.levels(); level++) {
            int values = 0;
            for (int leaf = 0; leaf < hierarchy.leaves(); leaf++) {
                int node = hierarchy.node(leaf, level);
                if (leaf == 0 || node != hierarchy.node(leaf - 1, level)) {
                    values++;
                }
                digits[attribute][level][leaf] = values - 1;
                losses[attribute][level][leaf] = hierarchy.loss(node);
            }
            radix[attribute][level] = Math.max(1, values);
        }
    }

    QuasiTable table() {
        return table;
    }

    /** Longs per row. */
    int words() {
        return words;
    }

    /** How many different keys there can be at some levels, at most: where they are of one word, all are below this. */
    double different(int[] levels) {
        double keys = 1;
        for (int a = 0; a < levels.length; a++) {
            keys *= radix[a][levels[a]];
        }
        return keys;
    }

    /**
     * Writes what is published of some rows, one key behind the other; column by column, since one that is published as its
     * root alone needs no look at the rows.
     */
    void keys(int[][] leaves, int[] of, int[] levels, long[] keys) {
        Arrays.fill(keys, 0, of.length * words, 0);
        long[] place = new long[words];
        Arrays.fill(place, 1);
        for (int a = 0; a < levels.length; a++) {
            int values = radix[a][levels[a]];
            if (values == 1) {
                continue;
            }
            int[] digit = digits[a][levels[a]];
            int[] column = leaves[a];
            long worth = place[wordOf[a]];
            for (int i = 0, at = wordOf[a]; i < of.length; i++, at += words) {
                keys[at] += digit[column[of[i]]] * worth;
            }
            place[wordOf[a]] *= values;
        }
    }

    /** How many rows have a column's rarest value. */
    int rarest(int attribute) {
        return Arrays.stream(frequency[attribute])
                .filter(rows -> rows > 0)
                .min()
                .orElse(0);
    }

    /** Mean loss of a row's cells. */
    double loss(int row, int[] levels) {
        double sum = 0;
        for (int a = 0; a < levels.length; a++) {
            sum += losses[a][levels[a]][table.leaves()[a][row]];
        }
        return sum / levels.length;
    }

    /** Mean loss over the table's rows of one column published at a level. */
    double meanLoss(int attribute, int level) {
        double sum = 0;
        for (int leaf = 0; leaf < frequency[attribute].length; leaf++) {
            sum += frequency[attribute][leaf] * losses[attribute][level][leaf];
        }
        return table.rows() == 0 ? 0 : sum / table.rows();
    }

    /** Largest loss of a row of one column published at a level. */
    double mostLoss(int attribute, int level) {
        double most = 0;
        for (int leaf = 0; leaf < frequency[attribute].length; leaf++) {
            most = frequency[attribute][leaf] == 0 ? most : Math.max(most, losses[attribute][level][leaf]);
        }
        return most;
    }
}
