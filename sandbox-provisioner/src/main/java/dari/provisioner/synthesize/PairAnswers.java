package dari.provisioner.synthesize;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Marginals of all pairs of columns from one calibrated junction tree. A pair inside a clique is summed; for one that is not, the
 * first column is carried from separator to separator, P(a, s') = Σ_s P(a, s) P(s, s') / P(s), which costs cells of separators and
 * never of whole cliques.
 */
final class PairAnswers {

    private final TreeModel model;
    private final JunctionTree tree;
    private final int[] sizes;
    private final double[][][] pairs;

    private PairAnswers(TreeModel model) {
        this.model = model;
        this.tree = model.tree();
        this.sizes = model.sizes();
        this.pairs = new double[sizes.length][sizes.length][];
    }

    static PairAnswers of(TreeModel model) {
        PairAnswers answers = new PairAnswers(model);
        answers.insideCliques();
        List<List<Step>> steps = answers.steps();
        IntStream.range(0, answers.sizes.length).parallel().forEach(column -> answers.carry(column, steps));
        return answers;
    }

    /** Probabilities of a pair, a below b, b's code moving fastest. */
    double[] pair(int a, int b) {
        return pairs[a][b];
    }

    private void insideCliques() {
        for (int c = 0; c < tree.count(); c++) {
            int[] clique = tree.clique(c);
            for (int a = 0; a < clique.length; a++) {
                for (int b = a + 1; b < clique.length; b++) {
                    int[] pair = {clique[a], clique[b]};
                    if (pairs[pair[0]][pair[1]] == null) {
                        pairs[pair[0]][pair[1]] = model.marginal(c, pair);
                    }
                }
            }
        }
    }

    /**
     * A way from a clique over a separator into the next one.
     *
     * @param separator columns on the way
     * @param reached P(separator, target) of the next clique, by target: columns or a further separator
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
    private record Step(int from, int to, int[] separator, double[] probabilities, List<Reach> reached) {}

    /** @param joint P over {@code columns}, the union of a separator and the target */
    @SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
    private record Reach(int[] target, double[] joint, int[] toSeparator, int[] toTarget) {}

    private List<List<Step>> steps() {
        List<List<Step>> steps = new ArrayList<>();
        for (int c = 0; c < tree.count(); c++) {
            steps.add(new ArrayList<>());
        }
        for (int c = 1; c < tree.count(); c++) {
            steps.get(tree.parent(c)).add(step(tree.parent(c), c, c));
            steps.get(c).add(step(c, tree.parent(c), c));
        }
        return steps;
    }

    private Step step(int from, int to, int edge) {
        int[] separator = tree.separator(edge);
        List<Reach> reached = new ArrayList<>();
        for (int column : tree.clique(to)) {
            if (!Cells.contains(separator, column)) {
                reached.add(reach(to, separator, new int[] {column}));
            }
        }
        for (int next = 0; next < tree.count(); next++) {
            boolean neighbour = next > 0 && (tree.parent(next) == to || next == to) && next != edge;
            if (neighbour) {
                reached.add(reach(to, separator, tree.separator(next)));
            }
        }
        return new Step(from, to, separator, model.separatorTable(edge), reached);
    }

    private Reach reach(int clique, int[] separator, int[] target) {
        int[] union = IntStream.concat(Arrays.stream(separator), Arrays.stream(target))
                .distinct()
                .sorted()
                .toArray();
        return new Reach(
                target,
                model.marginal(clique, union),
                Cells.projection(sizes, union, separator),
                Cells.projection(sizes, union, target));
    }

    /** Where the walk stands: it comes over {@code step} and knows P(column, separator). */
    @SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
    private record Arrival(Step step, double[] joint) {}

    private void carry(int column, List<List<Step>> steps) {
        int start = tree.holding(sizes, new int[] {column});
        Deque<Arrival> walk = new ArrayDeque<>();
        for (int c = 0; c < tree.count(); c++) {
            // the cliques with the column hang together: leave from each of them into those without it
            if (c == start || Cells.contains(tree.clique(c), column)) {
                for (Step step : steps.get(c)) {
                    if (!Cells.contains(tree.clique(step.to()), column)) {
                        walk.add(new Arrival(step, joint(c, column, step.separator())));
                    }
                }
            }
        }
        while (!walk.isEmpty()) {
            Arrival at = walk.poll();
            List<Step> onward = steps.get(at.step().to()).stream()
                    .filter(s -> s.to() != at.step().from())
                    .toList();
            for (Reach reach : at.step().reached()) {
                double[] joint = carried(column, at, reach);
                if (reach.target().length == 1) {
                    keep(column, reach.target()[0], joint);
                }
                for (Step step : onward) {
                    if (step.separator() == reach.target()) {
                        walk.add(new Arrival(step, joint));
                    }
                }
            }
        }
    }

    /** P(column, separator) with the column's code moving slowest. */
    private double[] joint(int clique, int column, int[] separator) {
        int[] union = IntStream.concat(IntStream.of(column), Arrays.stream(separator))
                .sorted()
                .toArray();
        double[] table = model.marginal(clique, union);
        int[] toColumn = Cells.projection(sizes, union, new int[] {column});
        int[] toSeparator = Cells.projection(sizes, union, separator);
        int width = Cells.product(sizes, separator);
        double[] joint = new double[table.length];
        for (int i = 0; i < table.length; i++) {
            joint[toColumn[i] * width + toSeparator[i]] = table[i];
        }
        return joint;
    }

    private double[] carried(int column, Arrival at, Reach reach) {
        double[] separator = at.step().probabilities();
        int width = Cells.product(sizes, reach.target());
        double[] joint = new double[sizes[column] * width];
        double[] conditional = new double[separator.length];
        for (int code = 0; code < sizes[column]; code++) {
            for (int s = 0; s < separator.length; s++) {
                double mass = separator[s];
                conditional[s] = mass == 0 ? 0 : at.joint()[code * separator.length + s] / mass;
            }
            for (int u = 0; u < reach.joint().length; u++) {
                joint[code * width + reach.toTarget()[u]] += reach.joint()[u] * conditional[reach.toSeparator()[u]];
            }
        }
        return joint;
    }

    private void keep(int column, int other, double[] joint) {
        // each pair is met from both ends: the walk from its lower column keeps it
        if (column < other && pairs[column][other] == null) {
            pairs[column][other] = joint;
        }
    }
}
