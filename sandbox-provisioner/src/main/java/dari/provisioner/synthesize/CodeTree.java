package dari.provisioner.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A public tree over a column's declared codes, from coarse nodes to the codes themselves. Immutable.
 */
public final class CodeTree {

    /** Intervals of the coarsest level, and children of a node. */
    private static final int FIRST = 16;

    private static final int CHILDREN = 4;

    private final int[][] nodes;
    private final boolean intervals;

    private CodeTree(int[][] nodes, boolean intervals) {
        this.nodes = nodes;
        this.intervals = intervals;
    }

    /** Neighbouring codes in intervals that halve twice from level to level. */
    public static CodeTree intervals(int codes) {
        List<int[]> levels = new ArrayList<>();
        for (long count = FIRST; count < codes; count *= CHILDREN) {
            int[] level = new int[codes];
            for (int code = 0; code < codes; code++) {
                level[code] = (int) (code * count / codes);
            }
            levels.add(level);
        }
        int[] own = new int[codes];
        Arrays.setAll(own, code -> code);
        levels.add(own);
        return new CodeTree(levels.toArray(int[][]::new), true);
    }

    /**
     * @param nodes per level, the coarsest first, per code its node; each level divides the one before. The last level holds every
     *     code's place when the tree is read from one end to the other.
     */
    public static CodeTree of(int[][] nodes) {
        int[][] copy = Arrays.stream(nodes).map(int[]::clone).toArray(int[][]::new);
        int codes = copy[0].length;
        if (Arrays.stream(copy[copy.length - 1]).distinct().count() != codes) {
            throw new IllegalArgumentException("in the last level every code has its own node");
        }
        return new CodeTree(copy, false);
    }

    int codes() {
        return nodes[0].length;
    }

    int levels() {
        return nodes.length;
    }

    int node(int level, int code) {
        return nodes[level][code];
    }

    /** Place of each code when the tree is read from one end to the other. */
    int place(int code) {
        return nodes[nodes.length - 1][code];
    }

    /** Whether neighbours are alike, so that a leaf of twice as many codes is expected to hold twice as much. */
    boolean isOrdered() {
        return intervals;
    }
}
