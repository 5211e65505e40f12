package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import java.util.stream.IntStream;

/**
 * Local recoding: splits the table from the top along the hierarchies while every part stays acceptable, then clusters the
 * small parts greedily by what their published values lose (after Byun, Kamra, Bertino, Li: "Efficient k-anonymization
 * using clustering techniques", DASFAA 2007). Values are published at the lowest node that covers a class. Depends on
 * nothing but the rows' values and order; parts are solved on all cores with the same result.
 */
public final class LocalSolver {

    /** Parts of this many rows are clustered: larger costs quadratic time, smaller loses on the borders between parts. */
    private static final int PART = 300;

    /** The same where classes are drawn in proportion: each class needs rows of every sensitive value to choose from. */
    private static final int PART_OF_T = 1500;

    /** Parts may differ from the whole by this share of t, so that classes drawn from them have the rest for rounding. */
    private static final double SPLIT_SHARE_OF_T = 0.75;

    private final QuasiTable table;
    private final PrivacyModel model;
    private final Acceptance.Rules rules;
    private final Acceptance.Rules splitting;
    private final SensitiveBuckets buckets;
    private final int part;

    public LocalSolver(QuasiTable table, PrivacyModel model) {
        this.table = table;
        this.model = model;
        this.rules = Acceptance.Rules.of(model, table);
        this.buckets = SensitiveBuckets.of(table, model);
        this.part = model.t().isEmpty() ? PART : PART_OF_T;
        this.splitting = rules.with(model.withT(model.t().stream()
                .map(t -> new PrivacyModel.Closeness(t.column(), t.distance(), t.value() * SPLIT_SHARE_OF_T, t.order()))
                .toList()));
    }

    /** Rows whose kept quasi-identifiers are too rare for the model come back suppressed; nothing else is. */
    public Recoding solve() {
        int[] order = sortedRows();
        List<int[]> classes = new ArrayList<>();
        List<Split> tasks = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= order.length; to++) {
            if (to == order.length || !sameFixed(order[from], order[to])) {
                tasks.add(new Split(Arrays.copyOfRange(order, from, to)));
                from = to;
            }
        }
        ForkJoinTask.invokeAll(tasks).forEach(task -> classes.addAll(task.join()));
        return recoding(classes);
    }

    private Recoding recoding(List<int[]> classes) {
        int[] classOf = new int[table.rows()];
        Arrays.fill(classOf, Recoding.SUPPRESSED);
        List<int[]> nodes = new ArrayList<>();
        for (int[] rows : classes) {
            int[] published = new int[table.attributes()];
            for (int a = 0; a < published.length; a++) {
                published[a] = joined(a, rows);
            }
            for (int row : rows) {
                classOf[row] = nodes.size();
            }
            nodes.add(published);
        }
        return new Recoding(classOf, nodes);
    }

    private int joined(int attribute, int[] rows) {
        Hierarchy hierarchy = table.hierarchies()[attribute];
        int[] leaves = table.leaves()[attribute];
        int low = Integer.MAX_VALUE;
        int high = -1;
        for (int row : rows) {
            low = Math.min(low, leaves[row]);
            high = Math.max(high, leaves[row]);
        }
        return hierarchy.join(hierarchy.node(low), high);
    }

    /** By the fixed columns, then by the others. */
    private int[] sortedRows() {
        int[] rows = IntStream.range(0, table.rows()).toArray();
        for (boolean fixed : new boolean[] {false, true}) { // stable: what is sorted last counts most
            for (int a = table.attributes() - 1; a >= 0; a--) {
                if (table.fixed()[a] == fixed) {
                    rows = sorted(rows, a);
                }
            }
        }
        return rows;
    }

    /** By one column; rows of one leaf keep their order. */
    private int[] sorted(int[] rows, int attribute) {
        int[] leaves = table.leaves()[attribute];
        int[] next = new int[table.hierarchies()[attribute].leaves() + 1];
        for (int row : rows) {
            next[leaves[row] + 1]++;
        }
        for (int leaf = 1; leaf < next.length; leaf++) {
            next[leaf] += next[leaf - 1];
        }
        int[] sorted = new int[rows.length];
        for (int row : rows) {
            sorted[next[leaves[row]]++] = row;
        }
        return sorted;
    }

    private boolean sameFixed(int x, int y) {
        for (int a = 0; a < table.attributes(); a++) {
            if (table.fixed()[a] && table.leaves()[a][x] != table.leaves()[a][y]) {
                return false;
            }
        }
        return true;
    }

    /** One part of the table; answers with its classes. */
    private final class Split extends RecursiveTask<List<int[]>> {

        private static final long serialVersionUID = 1L;

        private final transient int[] rows;

        Split(int[] rows) {
            this.rows = rows;
        }

        @Override
        protected List<int[]> compute() {
            Acceptance acceptance = rules.acceptance();
            if (!acceptance.accepts(rows, 0, rows.length)) {
                return List.of();
            }
            List<int[]> parts = rows.length <= part ? List.of() : bestSplit(splitting.acceptance());
            if (parts.isEmpty()) {
                return cluster(acceptance);
            }
            List<Split> tasks = parts.stream().map(Split::new).toList();
            List<int[]> classes = new ArrayList<>();
            invokeAll(tasks).forEach(task -> classes.addAll(task.join()));
            return classes;
        }

        private List<int[]> cluster(Acceptance acceptance) {
            return model.t().isEmpty()
                    ? new Clustering(rules.costs(), acceptance, model.k()).classes(rows)
                    : new ProportionalClasses(rules.costs(), acceptance, buckets).classes(rows, model.k());
        }

        /** Splits on the column where that lowers the loss most; empty when no split keeps every part acceptable. */
        private List<int[]> bestSplit(Acceptance acceptance) {
            List<int[]> best = List.of();
            double bestGain = 0;
            for (int a = 0; a < table.attributes(); a++) {
                Hierarchy hierarchy = table.hierarchies()[a];
                int node = joined(a, rows);
                if (hierarchy.isLeaf(node)) {
                    continue;
                }
                List<int[]> parts = split(a, node, acceptance);
                double gain = 0;
                for (int[] part : parts) {
                    gain += part.length * (hierarchy.loss(node) - hierarchy.loss(joined(a, part)));
                }
                if (parts.size() > 1 && gain > bestGain) {
                    bestGain = gain;
                    best = parts;
                }
            }
            return best;
        }

        /** By the children of the node; children too small to stand alone are put together, with more when needed. */
        private List<int[]> split(int attribute, int node, Acceptance acceptance) {
            Hierarchy hierarchy = table.hierarchies()[attribute];
            int[] leaves = table.leaves()[attribute];
            int[] sorted = sorted(rows, attribute);
            List<int[]> good = new ArrayList<>();
            int[] rest = {};
            int from = 0;
            while (from < sorted.length) {
                int child = childBelow(hierarchy, node, leaves[sorted[from]]);
                int to = from + 1;
                while (to < sorted.length && hierarchy.covers(child, leaves[sorted[to]])) {
                    to++;
                }
                int[] part = Arrays.copyOfRange(sorted, from, to);
                if (acceptance.accepts(part, 0, part.length)) {
                    good.add(part);
                } else {
                    rest = concat(rest, part);
                }
                from = to;
            }
            good.sort(Comparator.comparingInt(part -> part.length));
            while (rest.length > 0 && !acceptance.accepts(rest, 0, rest.length)) {
                if (good.isEmpty()) {
                    return List.of();
                }
                rest = concat(rest, good.remove(0));
            }
            if (rest.length > 0) {
                good.add(rest);
            }
            return good;
        }

        private static int childBelow(Hierarchy hierarchy, int node, int leaf) {
            int below = hierarchy.node(leaf);
            while (hierarchy.parent(below) != node) {
                below = hierarchy.parent(below);
            }
            return below;
        }

        private static int[] concat(int[] a, int[] b) {
            int[] both = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, both, a.length, b.length);
            return both;
        }
    }
}
