package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Global (full-domain) recoding: one level per column for the whole table, rows of unacceptable classes suppressed up to
 * the limit. Searches the lattice best-first by the loss of generalisation alone, which no amount of suppression can lower,
 * and so stops at the optimum.
 */
public final class GlobalSolver {

    private final QuasiTable table;
    private final PrivacyModel model;
    private final Acceptance acceptance;
    private final long allowed;

    public GlobalSolver(QuasiTable table, PrivacyModel model) {
        this.table = table;
        this.model = model;
        this.acceptance = new Acceptance(model, table, Acceptance.shares(table));
        this.allowed = (long) Math.floor(model.suppressionLimit() * persons(all()) + 1e-9);
    }

    /** A state of the lattice with a lower bound of its loss. */
    private record State(List<Integer> levels, double bound) {}

    private record Candidate(List<Integer> levels, Recoding recoding, double loss) {}

    /** Everything is suppressed when no level of generalisation keeps the limit. */
    public Recoding solve() {
        double[][] lossOfLevel = lossOfLevel();
        PriorityQueue<State> open = new PriorityQueue<>(Comparator.comparingDouble(State::bound)
                .thenComparing(s -> s.levels().toString()));
        Set<List<Integer>> seen = new HashSet<>();
        push(open, seen, IntStream.range(0, table.attributes()).mapToObj(a -> 0).toList(), lossOfLevel);
        Candidate best = null;
        while (!open.isEmpty()) {
            State state = open.remove();
            if (best != null && state.bound() >= best.loss() - 1e-12) {
                break;
            }
            Candidate candidate = evaluate(state.levels());
            if (candidate != null && (best == null || candidate.loss() < best.loss())) {
                best = candidate;
            }
            for (int a = 0; a < table.attributes(); a++) {
                if (!table.fixed()[a] && state.levels().get(a) + 1 < table.hierarchies()[a].levels()) {
                    List<Integer> up = new ArrayList<>(state.levels());
                    up.set(a, up.get(a) + 1);
                    push(open, seen, List.copyOf(up), lossOfLevel);
                }
            }
        }
        if (best != null) {
            return best.recoding();
        }
        int[] nothing = new int[table.rows()];
        Arrays.fill(nothing, Recoding.SUPPRESSED);
        return new Recoding(nothing, List.of());
    }

    private static void push(
            PriorityQueue<State> open, Set<List<Integer>> seen, List<Integer> levels, double[][] lossOfLevel) {
        if (seen.add(levels)) {
            double bound = 0;
            for (int a = 0; a < levels.size(); a++) {
                bound += lossOfLevel[a][levels.get(a)] / levels.size();
            }
            open.add(new State(levels, bound));
        }
    }

    /** Mean loss over the rows if a column is published at a level. */
    private double[][] lossOfLevel() {
        double[][] loss = new double[table.attributes()][];
        for (int a = 0; a < loss.length; a++) {
            Hierarchy hierarchy = table.hierarchies()[a];
            loss[a] = new double[hierarchy.levels()];
            for (int level = 0; level < loss[a].length; level++) {
                for (int leaf : table.leaves()[a]) {
                    loss[a][level] += hierarchy.loss(hierarchy.node(leaf, level)) / table.rows();
                }
            }
        }
        return loss;
    }

    private @Nullable Candidate evaluate(List<Integer> levels) {
        Map<List<Integer>, List<Integer>> groups = new HashMap<>();
        int[] order = all();
        for (int row : order) {
            groups.computeIfAbsent(published(row, levels), g -> new ArrayList<>())
                    .add(row);
        }
        int[] classOf = new int[order.length];
        List<int[]> nodes = new ArrayList<>();
        List<Integer> suppressed = new ArrayList<>();
        for (Map.Entry<List<Integer>, List<Integer>> group : groups.entrySet()) {
            int[] rows = group.getValue().stream().mapToInt(Integer::intValue).toArray();
            boolean accepted = acceptance.accepts(rows, 0, rows.length);
            for (int row : rows) {
                classOf[row] = accepted ? nodes.size() : Recoding.SUPPRESSED;
            }
            if (accepted) {
                nodes.add(group.getKey().stream().mapToInt(Integer::intValue).toArray());
            } else {
                suppressed.addAll(group.getValue());
            }
        }
        if (persons(suppressed.stream().mapToInt(Integer::intValue).toArray()) > allowed) {
            return null;
        }
        Recoding recoding = new Recoding(classOf, nodes);
        return new Candidate(levels, recoding, recoding.informationLoss(table.hierarchies()));
    }

    private List<Integer> published(int row, List<Integer> levels) {
        List<Integer> nodes = new ArrayList<>(levels.size());
        for (int a = 0; a < levels.size(); a++) {
            nodes.add(table.hierarchies()[a].node(table.leaves()[a][row], levels.get(a)));
        }
        return nodes;
    }

    private int[] all() {
        return IntStream.range(0, table.rows()).toArray();
    }

    private long persons(int[] rows) {
        int[] persons = table.persons();
        if (persons == null) {
            return rows.length;
        }
        BitSet seen = new BitSet();
        for (int row : rows) {
            seen.set(persons[row]);
        }
        return seen.cardinality();
    }
}
