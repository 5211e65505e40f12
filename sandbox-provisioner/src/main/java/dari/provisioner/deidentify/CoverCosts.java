package dari.provisioner.deidentify;

/** What it costs to publish rows under common nodes: sums of node losses over the quasi-identifiers. */
final class CoverCosts {

    private final Hierarchy[] hierarchies;
    private final int[][] leaves;
    private final double[][] loss;

    CoverCosts(QuasiTable table) {
        this.hierarchies = table.hierarchies();
        this.leaves = table.leaves();
        this.loss = new double[hierarchies.length][];
        for (int a = 0; a < hierarchies.length; a++) {
            loss[a] = new double[hierarchies[a].nodes()];
            for (int node = 0; node < loss[a].length; node++) {
                loss[a][node] = hierarchies[a].loss(node);
            }
        }
    }

    int[] leafNodes(int row) {
        int[] nodes = new int[hierarchies.length];
        for (int a = 0; a < nodes.length; a++) {
            nodes[a] = hierarchies[a].node(leaves[a][row]);
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
            nodes[a] = hierarchies[a].join(nodes[a], leaves[a][row]);
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
            sum += loss[a][hierarchies[a].join(nodes[a], leaves[a][row])];
            if (sum > limit) {
                return sum;
            }
        }
        return sum;
    }
}
