package dari.provisioner.deidentify;

import java.util.Arrays;

/**
 * Rows as bit fields that say, for each quasi-identifier and level, which published value a row has: equal values are equal
 * words, so a table is grouped at any levels by a few look-ups a row. Immutable; shared by all threads.
 */
final class GeneralisedRows {

    private final QuasiTable table;
    private final long[][][] fields;
    private final int[] wordOf;
    private final int words;
    private final double[][][] losses;

    GeneralisedRows(QuasiTable table) {
        this.table = table;
        int attributes = table.attributes();
        this.fields = new long[attributes][][];
        this.losses = new double[attributes][][];
        this.wordOf = new int[attributes];
        int word = 0;
        int used = 0;
        for (int a = 0; a < attributes; a++) {
            int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(table.hierarchies()[a].nodes() - 1));
            if (used + bits > Long.SIZE) {
                word++;
                used = 0;
            }
            wordOf[a] = word;
            fill(a, used);
            used += bits;
        }
        this.words = word + 1;
    }

    private void fill(int attribute, int shift) {
        Hierarchy hierarchy = table.hierarchies()[attribute];
        fields[attribute] = new long[hierarchy.levels()][hierarchy.leaves()];
        losses[attribute] = new double[hierarchy.levels()][hierarchy.leaves()];
        for (int level = 0; level < hierarchy.levels(); level++) {
            for (int leaf = 0; leaf < hierarchy.leaves(); leaf++) {
                int node = hierarchy.node(leaf, level);
                fields[attribute][level][leaf] = (long) node << shift;
                losses[attribute][level][leaf] = hierarchy.loss(node);
            }
        }
    }

    QuasiTable table() {
        return table;
    }

    /** Longs per row. */
    int words() {
        return words;
    }

    /**
     * Writes what is published of some rows, one key behind the other; column by column, since one that is published as its
     * root alone needs no look at the rows.
     */
    void keys(int[][] leaves, int[] of, int[] levels, long[] keys) {
        Arrays.fill(keys, 0, of.length * words, 0);
        for (int a = 0; a < levels.length; a++) {
            if (table.hierarchies()[a].levels() - 1 == levels[a]) {
                continue;
            }
            long[] field = fields[a][levels[a]];
            int[] column = leaves[a];
            for (int i = 0, at = wordOf[a]; i < of.length; i++, at += words) {
                keys[at] |= field[column[of[i]]];
            }
        }
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
        for (int leaf : table.leaves()[attribute]) {
            sum += losses[attribute][level][leaf];
        }
        return table.rows() == 0 ? 0 : sum / table.rows();
    }

    /** Largest loss of a row of one column published at a level. */
    double mostLoss(int attribute, int level) {
        double most = 0;
        for (int leaf : table.leaves()[attribute]) {
            most = Math.max(most, losses[attribute][level][leaf]);
        }
        return most;
    }
}
