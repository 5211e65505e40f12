package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Global (full-domain) recoding: one level per column for the whole table, rows of unacceptable groups suppressed up to the
 * limit. Finds the optimum where the lattice has up to {@link #MOST_STATES} states: from coarse to fine, a state is counted
 * only if neither its own loss nor what coarser states say must be suppressed ({@link Criteria#doomed}) rules it out, nor any
 * two columns ({@link PairBounds}). Larger lattices are searched by steepest descent. The answer depends on nothing but the
 * rows' values.
 */
public final class GlobalSolver {

    private static final int MOST_STATES = 1 << 22;

    /** States counted at a time, so that all cores have work while the best answer so far is still fresh. */
    private static final int AT_ONCE = 8;

    private static final double SLACK = 1e-12;

    private final QuasiTable table;
    private final LatticeCounts counts;
    private final int[] tops;
    private final double[][] meanLoss;
    private final double[][] mostLoss;
    private final PairBounds pairs;

    private int[] best;
    private double bestLoss = Double.POSITIVE_INFINITY;

    public GlobalSolver(QuasiTable table, PrivacyModel model) {
        this.table = table;
        int attributes = table.attributes();
        this.tops = new int[attributes];
        Arrays.setAll(tops, a -> table.fixed()[a] ? 0 : table.hierarchies()[a].levels() - 1);
        this.counts = new LatticeCounts(table, model, tops);
        this.meanLoss = new double[attributes][];
        this.mostLoss = new double[attributes][];
        for (int a = 0; a < attributes; a++) {
            meanLoss[a] = new double[tops[a] + 1];
            mostLoss[a] = new double[tops[a] + 1];
            for (int level = 0; level <= tops[a]; level++) {
                meanLoss[a][level] = counts.rows().meanLoss(a, level) / attributes;
                mostLoss[a][level] = counts.rows().mostLoss(a, level) / attributes;
            }
        }
        this.pairs = counts.pairs();
        this.best = tops.clone();
    }

    /** Everything is suppressed when no level of generalisation keeps the limit. */
    public Recoding solve() {
        if (table.rows() > 0) {
            start();
            double states = Arrays.stream(tops).mapToDouble(top -> top + 1).reduce(1, (x, y) -> x * y);
            if (states <= MOST_STATES) {
                searchAll((int) states);
            } else {
                descend(true);
            }
        }
        if (bestLoss < Double.POSITIVE_INFINITY) {
            return counts.recoding(best);
        }
        int[] nothing = new int[table.rows()];
        Arrays.fill(nothing, Recoding.SUPPRESSED);
        return new Recoding(nothing, List.of());
    }

    /** A good answer to begin with: the column with most values is raised first, then every column lowered as far as it pays. */
    private void start() {
        List<int[]> chain = new ArrayList<>();
        int[] at = new int[tops.length];
        chain.add(at.clone());
        while (!Arrays.equals(at, tops)) {
            at[widest(at)]++;
            chain.add(at.clone());
        }
        int low = 0;
        int high = chain.size() - 1;
        // where the limit is kept, coarser levels keep it as well: nearly always, and only the start depends on it
        while (low < high) {
            int middle = (low + high) / 2;
            if (hopeful(chain.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        counts.judge(List.of(chain.get(low)), this::keep);
        if (bestLoss < Double.POSITIVE_INFINITY) {
            descend(false);
        }
    }

    private int widest(int[] levels) {
        int widest = -1;
        int most = -1;
        for (int a = 0; a < levels.length; a++) {
            if (levels[a] < tops[a]) {
                int values = values(a, levels[a]);
                if (values > most) {
                    most = values;
                    widest = a;
                }
            }
        }
        return widest;
    }

    private int values(int attribute, int level) {
        Hierarchy hierarchy = table.hierarchies()[attribute];
        return (int) IntStream.range(0, hierarchy.leaves())
                .map(leaf -> hierarchy.node(leaf, level))
                .distinct()
                .count();
    }

    /** @param swaps whether a column may also be raised while another is lowered */
    private void descend(boolean swaps) {
        boolean better = true;
        while (better) {
            double before = bestLoss;
            List<int[]> neighbours = new ArrayList<>();
            for (int a = 0; a < tops.length; a++) {
                if (best[a] == 0) {
                    continue;
                }
                int[] lower = best.clone();
                lower[a]--;
                neighbours.add(lower);
                for (int b = 0; swaps && b < tops.length; b++) {
                    if (b != a && best[b] < tops[b]) {
                        int[] swapped = lower.clone();
                        swapped[b]++;
                        neighbours.add(swapped);
                    }
                }
            }
            neighbours.removeIf(levels -> bound(levels, meanLoss) >= bestLoss || pairs.ruleOut(levels));
            counts.judge(neighbours, this::keep);
            better = bestLoss < before - SLACK;
        }
    }

    private boolean hopeful(int[] levels) {
        List<LatticeCounts.Judged> answers = new ArrayList<>();
        if (!pairs.ruleOut(levels)) {
            counts.judge(List.of(levels), answers::add);
        }
        answers.forEach(this::keep);
        return !answers.isEmpty() && answers.get(0).hopeful();
    }

    private void keep(LatticeCounts.Judged judged) {
        if (judged.allowed() && judged.verdict().loss() < bestLoss - SLACK) {
            bestLoss = judged.verdict().loss();
            best = judged.levels();
        }
    }

    private static double bound(int[] levels, double[][] loss) {
        double sum = 0;
        for (int a = 0; a < levels.length; a++) {
            sum += loss[a][levels[a]];
        }
        return sum;
    }

    private void searchAll(int size) {
        int[] strides = new int[tops.length];
        int stride = 1;
        for (int a = 0; a < tops.length; a++) {
            strides[a] = stride;
            stride *= tops[a] + 1;
        }
        int height = Arrays.stream(tops).sum();
        List<List<int[]>> byHeight = new ArrayList<>();
        for (int h = 0; h <= height; h++) {
            byHeight.add(new ArrayList<>());
        }
        collect(new int[tops.length], 0, 0, 0, byHeight);
        int[] least = best.clone();
        byHeight.forEach(states -> states.forEach(levels -> Arrays.setAll(least, a -> Math.min(least[a], levels[a]))));
        counts.onlyAbove(least);
        float[] doomed = new float[size];
        for (int h = height; h >= 0; h--) {
            List<int[]> open = new ArrayList<>();
            for (int[] levels : byHeight.get(h)) {
                doomed[number(levels, strides)] = inherited(levels, strides, doomed);
                if (lowest(levels, doomed[number(levels, strides)]) < bestLoss - SLACK) {
                    open.add(levels);
                }
            }
            byHeight.set(h, List.of());
            open.sort(Comparator.comparingDouble(levels -> lowest(levels, doomed[number(levels, strides)])));
            for (int from = 0; from < open.size(); from += AT_ONCE) {
                List<int[]> some = new ArrayList<>(open.subList(from, Math.min(open.size(), from + AT_ONCE)));
                some.removeIf(levels -> lowest(levels, doomed[number(levels, strides)]) >= bestLoss - SLACK);
                counts.judge(some, judged -> {
                    keep(judged);
                    int id = number(judged.levels(), strides);
                    // rounded down: a float above the truth could prune the optimum
                    doomed[id] = Math.max(doomed[id], Math.nextDown((float) judged.doomed()));
                });
            }
        }
    }

    /** All states whose generalisation alone loses less than the best answer so far, and that no two columns rule out. */
    private void collect(int[] levels, int attribute, double loss, int height, List<List<int[]>> byHeight) {
        if (attribute == levels.length) {
            byHeight.get(height).add(levels.clone());
            return;
        }
        double rest = 0;
        for (int a = attribute + 1; a < levels.length; a++) {
            rest += meanLoss[a][0];
        }
        for (int level = 0; level <= tops[attribute]; level++) {
            double with = loss + meanLoss[attribute][level];
            levels[attribute] = level;
            if (with + rest < bestLoss - SLACK && !pairs.ruleOut(levels, attribute)) {
                collect(levels, attribute + 1, with, height + level, byHeight);
            }
        }
        levels[attribute] = 0;
    }

    private static int number(int[] levels, int[] strides) {
        int number = 0;
        for (int a = 0; a < levels.length; a++) {
            number += levels[a] * strides[a];
        }
        return number;
    }

    private float inherited(int[] levels, int[] strides, float[] doomed) {
        int id = number(levels, strides);
        float most = 0;
        for (int a = 0; a < levels.length; a++) {
            if (levels[a] < tops[a]) {
                most = Math.max(most, doomed[id + strides[a]]);
            }
        }
        return most;
    }

    /** What a state loses at least if a share of the rows must be left out: they lose all, the others what their levels say. */
    private double lowest(int[] levels, float doomed) {
        return doomed > 1
                ? Double.POSITIVE_INFINITY // the limit cannot be kept
                : bound(levels, meanLoss) + doomed * Math.max(0, 1 - bound(levels, mostLoss));
    }
}
