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

    private record Candidate(Recoding recoding, double loss) {}

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
        int[] groupOf = groups(levels);
        int[][] members = members(groupOf);
        int[] classOf = new int[groupOf.length];
        List<int[]> nodes = new ArrayList<>();
        List<int[]> suppressed = new ArrayList<>();
        for (int[] rows : members) {
            boolean accepted = acceptance.accepts(rows, 0, rows.length);
            for (int row : rows) {
                classOf[row] = accepted ? nodes.size() : Recoding.SUPPRESSED;
            }
            if (accepted) {
                nodes.add(published(rows[0], levels));
            } else {
                suppressed.add(rows);
            }
        }
        int[] gone = suppressed.stream().flatMapToInt(Arrays::stream).toArray();
        if (persons(gone) > allowed) {
            return null;
        }
        Recoding recoding = new Recoding(classOf, nodes);
        return new Candidate(recoding, recoding.informationLoss(table.hierarchies()));
    }

    /** Numbers the rows' groups of equal published values: columns are packed into a long until the next would not fit. */
    private int[] groups(List<Integer> levels) {
        int[] groups = new int[table.rows()];
        long[] packed = new long[table.rows()];
        long size = 1;
        for (int a = 0; a < levels.size(); a++) {
            Hierarchy hierarchy = table.hierarchies()[a];
            int radix = hierarchy.nodes();
            if (size > Long.MAX_VALUE / radix) {
                size = number(packed, groups);
                Arrays.setAll(packed, row -> groups[row]);
            }
            for (int row = 0; row < packed.length; row++) {
                packed[row] = packed[row] * radix + hierarchy.node(table.leaves()[a][row], levels.get(a));
            }
            size *= radix;
        }
        number(packed, groups);
        return groups;
    }

    /** Writes dense numbers, by first appearance, for equal keys; answers how many there are. */
    private static long number(long[] keys, int[] numbers) {
        Map<Long, Integer> numberOf = new HashMap<>();
        for (int row = 0; row < keys.length; row++) {
            numbers[row] = numberOf.computeIfAbsent(keys[row], k -> numberOf.size());
        }
        return Math.max(1, numberOf.size());
    }

    private static int[][] members(int[] groupOf) {
        int[] sizes = new int[Arrays.stream(groupOf).max().orElse(-1) + 1];
        for (int group : groupOf) {
            sizes[group]++;
        }
        int[][] members = new int[sizes.length][];
        Arrays.setAll(members, group -> new int[sizes[group]]);
        Arrays.fill(sizes, 0);
        for (int row = 0; row < groupOf.length; row++) {
            members[groupOf[row]][sizes[groupOf[row]]++] = row;
        }
        return members;
    }

    private int[] published(int row, List<Integer> levels) {
        int[] nodes = new int[levels.size()];
        for (int a = 0; a < nodes.length; a++) {
            nodes[a] = table.hierarchies()[a].node(table.leaves()[a][row], levels.get(a));
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
