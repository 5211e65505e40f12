package dari.provisioner.assess.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which marginals a mechanism has probably measured, as an attacker who knows it works out on rows of the same population: every
 * column, and the pairs of columns with the most mutual information.
 */
final class Cliques {

    private Cliques() {}

    /** What the attacker knows of the mechanism. */
    enum Mechanism {
        /** A spanning tree of pairs (MST). */
        TREE,
        /** Many pairs (adaptive mechanisms such as AIM), and whatever is not known. */
        MANY_PAIRS
    }

    /** Pairs per column that an adaptive mechanism is taken to measure. */
    private static final int PAIRS_PER_COLUMN = 3;

    private record Pair(int a, int b, double information) {
        int[] columns() {
            return new int[] {a, b};
        }
    }

    /** @param measured columns whose pairs the mechanism may measure, the first ones */
    static List<int[]> likely(BitRows rows, Mechanism mechanism, int measured) {
        List<int[]> cliques = new ArrayList<>();
        for (int c = 0; c < rows.width(); c++) {
            cliques.add(new int[] {c});
        }
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < measured; a++) {
            for (int b = a + 1; b < measured; b++) {
                pairs.add(new Pair(a, b, information(rows, a, b)));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::information).reversed());
        if (mechanism == Mechanism.TREE) {
            cliques.addAll(tree(pairs, measured));
        } else {
            pairs.stream().limit((long) PAIRS_PER_COLUMN * measured).forEach(p -> cliques.add(p.columns()));
        }
        return cliques;
    }

    /** Kruskal: the best pair that joins two parts, again and again. */
    private static List<int[]> tree(List<Pair> descending, int width) {
        int[] part = new int[width];
        for (int c = 0; c < width; c++) {
            part[c] = c;
        }
        List<int[]> edges = new ArrayList<>();
        for (Pair pair : descending) {
            int from = part[pair.a];
            int to = part[pair.b];
            if (from != to) {
                edges.add(pair.columns());
                for (int c = 0; c < width; c++) {
                    part[c] = part[c] == from ? to : part[c];
                }
            }
        }
        return edges;
    }

    private static double information(BitRows rows, int a, int b) {
        int sizeB = rows.size(b);
        int[] joint = new int[rows.size(a) * sizeB];
        int[] left = new int[rows.size(a)];
        int[] right = new int[sizeB];
        for (int row = 0; row < rows.rows(); row++) {
            int x = rows.code(a, row);
            int y = rows.code(b, row);
            joint[x * sizeB + y]++;
            left[x]++;
            right[y]++;
        }
        double sum = 0;
        for (int i = 0; i < joint.length; i++) {
            if (joint[i] > 0) {
                sum += joint[i]
                        * Math.log((double) joint[i] * rows.rows() / ((double) left[i / sizeB] * right[i % sizeB]));
            }
        }
        return sum / Math.max(1, rows.rows());
    }
}
