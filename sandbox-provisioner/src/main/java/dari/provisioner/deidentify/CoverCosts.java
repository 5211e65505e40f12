package dari.provisioner.deidentify;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What it costs to publish rows under common nodes: sums of node losses over the quasi-identifiers. */
final class CoverCosts {

    /** Hierarchies of at most this many nodes times leaves have every join's loss in a table: half a megabyte each. */
    private static final int TABLED = 1 << 16;

    private final Hierarchy[] hierarchies;
    /** By row, then attribute: what one row costs is read from one place. */
    private final int[] leaves;
    /** By attribute and node. */
    private final double[][] loss;
    /** By attribute, then node and leaf in one: the loss of what covers both; null where that is too large. */
    private final double[] @Nullable [] joined;

    CoverCosts(QuasiTable table) {
        this.hierarchies = table.hierarchies();
        this.leaves = new int[Math.multiplyExact(table.rows(), hierarchies.length)];
        this.loss = new double[hierarchies.length][];
        this.joined = new double[hierarchies.length][];
        for (int a = 0; a < hierarchies.length; a++) {
            Hierarchy hierarchy = hierarchies[a];
            int[] column = table.leaves()[a];
            for (int row = 0; row < column.length; row++) {
                leaves[row * hierarchies.length + a] = column[row];
            }
            loss[a] = IntStream.range(0, hierarchy.nodes())
                    .mapToDouble(hierarchy::loss)
                    .toArray();
            if ((long) hierarchy.nodes() * hierarchy.leaves() <= TABLED) {
                joined[a] = losses(hierarchy);
            }
        }
    }

    private static double[] losses(Hierarchy hierarchy) {
        double[] losses = new double[hierarchy.nodes() * hierarchy.leaves()];
        for (int node = 0; node < hierarchy.nodes(); node++) {
            for (int leaf = 0; leaf < hierarchy.leaves(); leaf++) {
                losses[node * hierarchy.leaves() + leaf] = hierarchy.loss(hierarchy.join(node, leaf));
            }
        }
        return losses;
    }

    private int leaf(int attribute, int row) {
        return leaves[row * hierarchies.length + attribute];
    }

    int[] leafNodes(int row) {
        int[] nodes = new int[hierarchies.length];
        for (int a = 0; a < nodes.length; a++) {
            nodes[a] = hierarchies[a].node(leaf(a, row));
        }
        return nodes;
    }

    /** The lowest nodes that cover all rows but the one at an index; -1 leaves none out. */
    int[] nodesWithout(int[] rows, int left) {
        int[] nodes = leafNodes(rows[left == 0 && rows.length > 1 ? 1 : 0]);
        for (int i = 0; i < rows.length; i++) {
            if (i != left) {
                cover(nodes, rows[i]);
            }
        }
        return nodes;
    }

    /** The lowest nodes that cover some rows. */
    int[] nodes(int[] rows, int from, int to) {
        int[] nodes = leafNodes(rows[from]);
        for (int i = from + 1; i < to; i++) {
            cover(nodes, rows[i]);
        }
        return nodes;
    }

    void cover(int[] nodes, int row) {
        for (int a = 0; a < nodes.length; a++) {
            nodes[a] = hierarchies[a].join(nodes[a], leaf(a, row));
        }
    }

    double of(int[] nodes) {
        double sum = 0;
        for (int a = 0; a < nodes.length; a++) {
            sum += loss[a][nodes[a]];
        }
        return sum;
    }

    /** Loss of the nodes after covering one more row; stops counting once it is above the limit. */
    double with(int[] nodes, int row, double limit) {
        double sum = 0;
        for (int a = 0; a < nodes.length; a++) {
            sum += lossOfBoth(a, nodes[a], leaf(a, row));
            if (sum > limit) {
                return sum;
            }
        }
        return sum;
    }

    private double lossOfBoth(int attribute, int node, int leaf) {
        Hierarchy hierarchy = hierarchies[attribute];
        double[] known = joined[attribute];
        return known == null ? loss[attribute][hierarchy.join(node, leaf)] : known[node * hierarchy.leaves() + leaf];
    }
}
