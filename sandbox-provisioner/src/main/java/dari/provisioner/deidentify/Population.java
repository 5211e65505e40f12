package dari.provisioner.deidentify;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** How many persons of a population fit published values: posting bitmaps per node, over its different rows. Immutable. */
final class Population {

    private final Hierarchy[] hierarchies;
    private final int[] weights;
    private final BitSet[][] byNode;

    /** @param leaves leaf per quasi-identifier and person */
    Population(Hierarchy[] hierarchies, int[][] leaves) {
        this.hierarchies = hierarchies;
        Map<java.util.List<Integer>, Integer> numberOf = new HashMap<>();
        int persons = leaves.length == 0 ? 0 : leaves[0].length;
        int[] counted = new int[persons];
        int[] first = new int[persons];
        for (int person = 0; person < persons; person++) {
            Integer[] row = new Integer[leaves.length];
            for (int a = 0; a < row.length; a++) {
                row[a] = leaves[a][person];
            }
            int number = numberOf.computeIfAbsent(java.util.List.of(row), r -> numberOf.size());
            counted[number]++;
            first[number] = person;
        }
        this.weights = java.util.Arrays.copyOf(counted, numberOf.size());
        this.byNode = new BitSet[hierarchies.length][];
        for (int a = 0; a < hierarchies.length; a++) {
            byNode[a] = new BitSet[hierarchies[a].nodes()];
            for (int number = 0; number < weights.length; number++) {
                int node = hierarchies[a].node(leaves[a][first[number]]);
                for (; node >= 0; node = hierarchies[a].parent(node)) {
                    if (byNode[a][node] == null) {
                        byNode[a][node] = new BitSet(weights.length);
                    }
                    byNode[a][node].set(number);
                }
            }
        }
    }

    /** Persons whom all nodes cover. */
    int covered(int[] nodes) {
        BitSet fitting = null;
        for (int a = 0; a < nodes.length; a++) {
            if (hierarchies[a].parent(nodes[a]) < 0) {
                continue; // the root covers everybody
            }
            BitSet own = byNode[a][nodes[a]];
            if (own == null) {
                return 0;
            }
            if (fitting == null) {
                fitting = (BitSet) own.clone();
            } else {
                fitting.and(own);
            }
        }
        int sum = 0;
        if (fitting == null) {
            for (int weight : weights) {
                sum += weight;
            }
            return sum;
        }
        for (int i = fitting.nextSetBit(0); i >= 0; i = fitting.nextSetBit(i + 1)) {
            sum += weights[i];
        }
        return sum;
    }
}
