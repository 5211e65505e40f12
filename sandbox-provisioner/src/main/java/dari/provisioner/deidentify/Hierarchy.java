package dari.provisioner.deidentify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A generalisation tree over the values of one column. Leaves are numbered so that every node covers an interval of them;
 * node 0 is the root, which covers all. Immutable.
 */
public final class Hierarchy {

    /** What the root is called when the paths do not agree on one. */
    public static final String ANY = "*";

    private final String[] labels;
    private final int[] parents;
    private final int[] lows;
    private final int[] highs;
    private final int[][] ancestors;
    private final Map<String, Integer> leafOf;
    private final int levels;

    private Hierarchy(Builder built, List<List<String>> paths) {
        labels = built.labels.toArray(String[]::new);
        parents = built.parents.stream().mapToInt(Integer::intValue).toArray();
        lows = built.lows.stream().mapToInt(Integer::intValue).toArray();
        highs = built.highs.stream().mapToInt(Integer::intValue).toArray();
        ancestors = built.ancestors.toArray(int[][]::new);
        levels = ancestors[0].length;
        leafOf = new HashMap<>();
        for (int leaf = 0; leaf < paths.size(); leaf++) {
            leafOf.put(paths.get(leaf).get(0), leaf);
        }
    }

    /**
     * @param paths one per value: the value, then its label at each level; all of equal length, values unique, at least one
     */
    public static Hierarchy of(List<List<String>> paths) {
        boolean oneRoot =
                paths.stream().map(p -> p.get(p.size() - 1)).distinct().count() == 1
                        && paths.get(0).size() > 1;
        List<List<String>> rooted = new ArrayList<>();
        for (List<String> path : paths) {
            List<String> copy = new ArrayList<>(path);
            if (!oneRoot) {
                copy.add(ANY);
            }
            rooted.add(copy);
        }
        rooted.sort(Hierarchy::fromTheTop);
        return new Hierarchy(new Builder(rooted), rooted);
    }

    private static int fromTheTop(List<String> a, List<String> b) {
        for (int level = a.size() - 1; level >= 0; level--) {
            int order = Comparator.<String>naturalOrder().compare(a.get(level), b.get(level));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The leaf of a value, or -1 when the hierarchy does not know it. */
    public int leaf(String value) {
        return leafOf.getOrDefault(value, -1);
    }

    public int leaves() {
        return ancestors.length;
    }

    /** Levels including the values themselves (0) and the root. */
    public int levels() {
        return levels;
    }

    public int nodes() {
        return labels.length;
    }

    public String label(int node) {
        return labels[node];
    }

    /** The node that stands for one leaf. */
    public int node(int leaf) {
        return ancestors[leaf][0];
    }

    /** The node above a leaf at a level: 0 is the value itself. */
    public int node(int leaf, int level) {
        return ancestors[leaf][level];
    }

    /** The parent, or -1 for the root. */
    public int parent(int node) {
        return parents[node];
    }

    public boolean covers(int node, int leaf) {
        return lows[node] <= leaf && leaf <= highs[node];
    }

    /** The lowest node that covers all that {@code node} covers, and the leaf. */
    public int join(int node, int leaf) {
        int joined = node;
        while (leaf < lows[joined] || leaf > highs[joined]) {
            joined = parents[joined];
        }
        return joined;
    }

    public boolean isLeaf(int node) {
        return lows[node] == highs[node];
    }

    /** (leaves below - 1) / (all leaves - 1): 0 for a value, 1 for the root (normalised certainty penalty). */
    public double loss(int node) {
        return leaves() == 1 ? 0 : (double) (highs[node] - lows[node]) / (leaves() - 1);
    }

    /** Leaf intervals as {low, high} by node, for solvers. */
    int low(int node) {
        return lows[node];
    }

    int high(int node) {
        return highs[node];
    }

    /** Numbers nodes in preorder; a chain of labels over the same leaves stays a chain of nodes. */
    private static final class Builder {

        final List<String> labels = new ArrayList<>();
        final List<Integer> parents = new ArrayList<>();
        final List<Integer> lows = new ArrayList<>();
        final List<Integer> highs = new ArrayList<>();
        final List<int[]> ancestors = new ArrayList<>();

        Builder(List<List<String>> paths) {
            int levels = paths.get(0).size();
            int[] open = new int[levels];
            Arrays.fill(open, -1);
            for (int leaf = 0; leaf < paths.size(); leaf++) {
                List<String> path = paths.get(leaf);
                boolean same = leaf > 0;
                for (int level = levels - 1; level >= 0; level--) {
                    same = same && level > 0 && path.get(level).equals(labels.get(open[level]));
                    if (same) {
                        highs.set(open[level], leaf);
                    } else {
                        open[level] = add(path.get(level), level == levels - 1 ? -1 : open[level + 1], leaf);
                    }
                }
                ancestors.add(open.clone());
            }
        }

        private int add(String label, int parent, int leaf) {
            labels.add(label);
            parents.add(parent);
            lows.add(leaf);
            highs.add(leaf);
            return labels.size() - 1;
        }
    }
}
