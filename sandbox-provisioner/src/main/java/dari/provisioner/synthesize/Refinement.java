package dari.provisioner.synthesize;

import dari.provisioner.privacy.Rho;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the codes of columns that have many into a form that the noise can carry, along their public trees.
 *
 * <p>Intervals are divided from the top down where their noisy count stands above the noise (the idea of PrivTree, Zhang, Xiao and Xie
 * 2016, arXiv 1601.03229, with discrete Gaussian noise on the counts of each level). The counts only decide on the division and are
 * then forgotten: an interval that stayed whole because its noise was low would be told too low. What is measured afterwards is
 * measured in the leaves; inside a leaf all codes are taken as equal.
 *
 * <p>Codes of a hierarchy are unlike their siblings, so that spreading a node's rows over them costs more than their own noise: they
 * are all measured, at no extra price, in the order of the tree. So siblings are neighbours, which are levelled where noise hides
 * their difference and come together for pairs.
 */
final class Refinement {

    /** Of the budget, for each column that is divided, and for all of them at most. */
    private static final double SHARE = 0.02;

    private static final double MOST = 0.1;

    /** A node is divided when its count exceeds so many standard deviations: an empty one once in 700 times. */
    private static final double STANDS_OUT = 3;

    private final @Nullable CodeTree[] trees;
    private final Grouping[] leaves;
    private final Rho spent;

    private Refinement(@Nullable CodeTree[] trees, Grouping[] leaves, Rho spent) {
        this.trees = trees;
        this.leaves = leaves;
        this.spent = spent;
    }

    /** What finding the leaves costs at most, of the whole budget. */
    static double share(@Nullable CodeTree[] trees) {
        return Math.min(
                MOST, SHARE * Arrays.stream(trees).filter(Refinement::isDivided).count());
    }

    private static boolean isDivided(@Nullable CodeTree tree) {
        return tree != null && tree.isOrdered();
    }

    /** @param price for all columns together; each level of a tree costs its part */
    static Refinement find(PrivateTable data, @Nullable CodeTree[] trees, Rho price) {
        int deepest = 0;
        int questions = 0;
        for (CodeTree tree : trees) {
            int levels = tree != null && tree.isOrdered() ? tree.levels() - 1 : 0;
            deepest = Math.max(deepest, levels);
            questions += levels;
        }
        int[] sizes = data.sizes();
        Rho spent = Rho.ZERO;
        int[][] depth = new int[trees.length][];
        for (int c = 0; c < trees.length; c++) {
            depth[c] = new int[sizes[c]];
            CodeTree tree = trees[c];
            if (tree != null && !tree.isOrdered()) {
                Arrays.fill(depth[c], tree.levels() - 1);
            }
        }
        for (int level = 0; level < deepest; level++) {
            Grouping[] active = new Grouping[trees.length];
            for (int c = 0; c < trees.length; c++) {
                CodeTree tree = trees[c];
                active[c] = tree == null || level >= tree.levels() - 1
                        ? Grouping.of(new int[sizes[c]])
                        : active(tree, depth[c], level);
            }
            PrivateTable coarse = data.grouped(active);
            for (int c = 0; c < trees.length; c++) {
                CodeTree tree = trees[c];
                // where nothing was divided there is nothing left to ask
                if (tree != null && active[c].groups() > 1) {
                    Rho each = price.times(1, questions);
                    Measurement counts = coarse.marginal(new int[] {c}, each);
                    spent = spent.plus(each);
                    double least = STANDS_OUT * Math.sqrt(counts.variance());
                    for (int code = 0; code < tree.codes(); code++) {
                        boolean divided = depth[c][code] == level && counts.counts()[active[c].groupOf(code)] > least;
                        depth[c][code] += divided ? 1 : 0;
                    }
                }
            }
        }
        Grouping[] leaves = new Grouping[trees.length];
        for (int c = 0; c < trees.length; c++) {
            CodeTree tree = trees[c];
            leaves[c] = tree == null ? Grouping.fine(sizes[c]) : leaves(tree, depth[c]);
        }
        return new Refinement(trees, leaves, spent);
    }

    /** The nodes of a level that are looked at, and one group for all other codes. */
    private static Grouping active(CodeTree tree, int[] depth, int level) {
        Map<Integer, Integer> groups = new HashMap<>();
        int[] groupOf = new int[depth.length];
        for (int code = 0; code < tree.codes(); code++) {
            if (depth[code] == level) {
                groupOf[code] = groups.computeIfAbsent(tree.node(level, code), node -> groups.size() + 1);
            }
        }
        return Grouping.of(groupOf);
    }

    /** Nodes in the order of the tree, then the undeclared codes each for itself. */
    private static Grouping leaves(CodeTree tree, int[] depth) {
        int[] order = IntStream.range(0, tree.codes())
                .boxed()
                .sorted(Comparator.comparingInt(tree::place))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] groupOf = new int[depth.length];
        int leaf = -1;
        int last = -1;
        for (int code : order) {
            boolean same = last >= 0
                    && depth[code] == depth[last]
                    && tree.node(depth[code], code) == tree.node(depth[last], last);
            leaf += same ? 0 : 1;
            groupOf[code] = leaf;
            last = code;
        }
        for (int code = tree.codes(); code < groupOf.length; code++) {
            groupOf[code] = ++leaf;
        }
        return Grouping.of(groupOf);
    }

    /** Not all of the price where few nodes were divided. */
    Rho spent() {
        return spent;
    }

    private boolean isIdle() {
        return Arrays.stream(trees).allMatch(Objects::isNull);
    }

    /** The table in the leaves' codes. */
    PrivateTable of(PrivateTable data) {
        if (isIdle()) {
            return data;
        }
        double[][] widths = new double[leaves.length][];
        for (int c = 0; c < widths.length; c++) {
            CodeTree tree = trees[c];
            widths[c] = new double[leaves[c].groups()];
            if (tree != null && tree.isOrdered()) {
                widths[c] = leaves[c].sum(ones(leaves[c].codes()));
            } else {
                Arrays.fill(widths[c], 1);
            }
        }
        return data.grouped(leaves, widths);
    }

    /** Rows in the columns' own codes: those of a leaf in equal numbers. */
    CodedTable refined(CodedTable rows, RandomGenerator random) {
        if (isIdle()) {
            return rows;
        }
        double[][] equal = Arrays.stream(leaves).map(l -> ones(l.codes())).toArray(double[][]::new);
        return new RowSampler(random).refine(rows, leaves, equal, PublicFacts.none(leaves.length));
    }

    /** How many leaves a column has, the undeclared codes among them. */
    int leaves(int column) {
        return leaves[column].groups();
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
