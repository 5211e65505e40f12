package dari.provisioner.synthesize;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Overlapping groups of columns in a tree such that every wanted group lies inside one of them and each column's groups hang
 * together: what makes exact inference possible (Lauritzen and Spiegelhalter 1988). Unconnected parts are joined by empty
 * separators, so there is always one tree. Immutable.
 */
final class JunctionTree {

    private static final int ROOT = -1;

    private final int[][] cliques;
    private final int[] parents;
    private final int[][] separators;

    private JunctionTree(int[][] cliques, int[] parents, int[][] separators) {
        this.cliques = cliques;
        this.parents = parents;
        this.separators = separators;
    }

    /**
     * @param sizes codes per column
     * @param wanted groups of columns that must lie inside a clique, each ascending
     */
    static JunctionTree over(int[] sizes, List<int[]> wanted) {
        return tree(sizes, maximal(eliminated(sizes, wanted)));
    }

    /** Cells of all cliques that a tree over these groups would have, without making it. */
    static double cells(int[] sizes, List<int[]> wanted) {
        double cells = 0;
        for (BitSet clique : maximal(eliminated(sizes, wanted))) {
            cells += Cells.weight(sizes, clique.stream().toArray());
        }
        return cells;
    }

    int count() {
        return cliques.length;
    }

    /** Columns of a clique, ascending. The first clique is the root; parents come before their children. */
    int[] clique(int at) {
        return cliques[at];
    }

    /** The clique towards the root; below zero for the root. */
    int parent(int at) {
        return parents[at];
    }

    /** Columns shared with the parent, ascending; none for the root. */
    int[] separator(int at) {
        return separators[at];
    }

    /** The smallest clique that holds all of these columns; below zero when none does. */
    int holding(int[] sizes, int[] columns) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < cliques.length; c++) {
            double weight = Cells.weight(sizes, cliques[c]);
            if (weight < least && Cells.containsAll(cliques[c], columns)) {
                best = c;
                least = weight;
            }
        }
        return best;
    }

    /** Cliques of the chordal graph that arises when columns are eliminated, the cheapest resulting table first. */
    private static List<BitSet> eliminated(int[] sizes, List<int[]> wanted) {
        int width = sizes.length;
        BitSet[] near = new BitSet[width];
        for (int v = 0; v < width; v++) {
            near[v] = new BitSet(width);
            near[v].set(v);
        }
        for (int[] group : wanted) {
            for (int a : group) {
                for (int b : group) {
                    near[a].set(b);
                }
            }
        }
        double[] weights = new double[width];
        for (int v = 0; v < width; v++) {
            weights[v] = weight(sizes, near[v]);
        }
        List<BitSet> cliques = new ArrayList<>();
        BitSet left = new BitSet(width);
        left.set(0, width);
        while (!left.isEmpty()) {
            int cheapest = -1;
            for (int v = left.nextSetBit(0); v >= 0; v = left.nextSetBit(v + 1)) {
                if (cheapest < 0 || weights[v] < weights[cheapest]) {
                    cheapest = v;
                }
            }
            BitSet clique = near[cheapest];
            cliques.add(clique);
            left.clear(cheapest);
            for (int v = clique.nextSetBit(0); v >= 0; v = clique.nextSetBit(v + 1)) {
                if (v != cheapest) {
                    near[v].or(clique);
                    near[v].clear(cheapest);
                    weights[v] = weight(sizes, near[v]);
                }
            }
        }
        return cliques;
    }

    private static double weight(int[] sizes, BitSet columns) {
        double weight = 1;
        for (int v = columns.nextSetBit(0); v >= 0; v = columns.nextSetBit(v + 1)) {
            weight *= sizes[v];
        }
        return weight;
    }

    private static List<BitSet> maximal(List<BitSet> cliques) {
        List<BitSet> kept = new ArrayList<>();
        for (int c = 0; c < cliques.size(); c++) {
            boolean covered = false;
            for (int other = 0; other < cliques.size() && !covered; other++) {
                boolean same = cliques.get(other).equals(cliques.get(c));
                covered = other != c && (same ? other < c : covers(cliques.get(other), cliques.get(c)));
            }
            if (!covered) {
                kept.add(cliques.get(c));
            }
        }
        return kept;
    }

    private static boolean covers(BitSet large, BitSet small) {
        for (int v = small.nextSetBit(0); v >= 0; v = small.nextSetBit(v + 1)) {
            if (!large.get(v)) {
                return false;
            }
        }
        return true;
    }

    /** Prim's spanning tree of the heaviest separators has the running intersection property (Jensen and Jensen 1994). */
    private static JunctionTree tree(int[] sizes, List<BitSet> cliques) {
        int count = cliques.size();
        int[] best = new int[count];
        int[] shared = new int[count];
        java.util.Arrays.fill(shared, -1);
        boolean[] placed = new boolean[count];
        int[] position = new int[count];
        int[][] columns = new int[count][];
        int[] parents = new int[count];
        int[][] separators = new int[count][];
        int next = heaviest(sizes, cliques);
        for (int at = 0; at < count; at++) {
            placed[next] = true;
            position[next] = at;
            columns[at] = cliques.get(next).stream().toArray();
            BitSet common = new BitSet();
            if (at == 0) {
                parents[at] = ROOT;
            } else {
                parents[at] = position[best[next]];
                common = intersection(cliques.get(next), cliques.get(best[next]));
            }
            separators[at] = common.stream().toArray();
            int added = next;
            next = -1;
            for (int c = 0; c < count; c++) {
                if (placed[c]) {
                    continue;
                }
                int with = intersection(cliques.get(c), cliques.get(added)).cardinality();
                if (with > shared[c]) {
                    shared[c] = with;
                    best[c] = added;
                }
                if (next < 0 || shared[c] > shared[next]) {
                    next = c;
                }
            }
        }
        return new JunctionTree(columns, parents, separators);
    }

    private static int heaviest(int[] sizes, List<BitSet> cliques) {
        int heaviest = 0;
        for (int c = 1; c < cliques.size(); c++) {
            if (weight(sizes, cliques.get(c)) > weight(sizes, cliques.get(heaviest))) {
                heaviest = c;
            }
        }
        return heaviest;
    }

    private static BitSet intersection(BitSet a, BitSet b) {
        BitSet common = (BitSet) a.clone();
        common.and(b);
        return common;
    }
}
