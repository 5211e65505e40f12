package dari.provisioner.bench;

import dari.provisioner.deidentify.QuasiTable;
import java.util.Random;

/**
 * A larger table like a given one: each row is one of its rows, each cell redrawn from its column with a fixed chance. Rows
 * drawn whole would repeat, and repeated rows make k-anonymity trivial.
 */
final class RedrawnTable {

    private static final double CHANCE = 0.2;

    private RedrawnTable() {}

    static QuasiTable of(QuasiTable table, int times, long seed) {
        Random random = new Random(seed);
        int rows = table.rows() * times;
        int[][] leaves = new int[table.attributes()][rows];
        for (int row = 0; row < rows; row++) {
            int model = random.nextInt(table.rows());
            for (int a = 0; a < leaves.length; a++) {
                int from = random.nextDouble() < CHANCE ? random.nextInt(table.rows()) : model;
                leaves[a][row] = table.leaves()[a][from];
            }
        }
        return new QuasiTable(table.hierarchies(), table.fixed(), leaves, null, new QuasiTable.Sensitive[0], null);
    }
}
