package dari.provisioner.deidentify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one part while they are being improved. Every class stays acceptable throughout; the cost is the sum over
 * classes of size × loss of the published nodes. Not thread-safe.
 */
final class Classes {

    /** Later rounds gain little: on adult the third lowers the loss by under one percent. */
    private static final int ROUNDS = 3;

    private final CoverCosts costs;
    private final Acceptance acceptance;
    private final List<Group> groups = new ArrayList<>();

    Classes(CoverCosts costs, Acceptance acceptance) {
        this.costs = costs;
        this.acceptance = acceptance;
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    List<int[]> members() {
        return groups.stream().map(group -> group.rows).toList();
    }

    void add(int[] rows, int[] published) {
        groups.add(new Group(rows, published, costs.of(published)));
    }

    /** Puts a row where it costs least; false when every class would cease to be acceptable by it. */
    boolean insert(int row) {
        Group group = cheapest(row, null, Double.POSITIVE_INFINITY).group();
        if (group == null) {
            return false;
        }
        put(row, group);
        return true;
    }

    /** Moves rows out of classes that can spare them, and dissolves classes whose rows fit better elsewhere. */
    void refine(int k) {
        for (int round = 0; round < ROUNDS; round++) {
            boolean changed = dissolve();
            changed |= move(k);
            if (!changed) {
                return;
            }
        }
    }

    private boolean dissolve() {
        List<Group> worstFirst = groups.stream()
                .sorted(Comparator.comparingDouble(group -> -group.loss))
                .toList();
        boolean changed = false;
        int alive = groups.size();
        for (Group group : worstFirst) {
            int[] rows = group.rows;
            double budget = group.cost();
            if (alive == 1 || budget == 0) {
                break;
            }
            Group[] to = new Group[rows.length];
            boolean better = true;
            for (int i = 0; i < rows.length && better; i++) {
                Place place = cheapest(rows[i], group, budget);
                to[i] = place.group();
                budget -= place.cost();
                better = to[i] != null && budget > 1e-9;
            }
            if (better && acceptedTogether(rows, to)) {
                for (int i = 0; i < rows.length; i++) {
                    put(rows[i], to[i]);
                }
                group.rows = new int[0];
                alive--;
                changed = true;
            }
        }
        groups.removeIf(group -> group.rows.length == 0);
        return changed;
    }

    private boolean move(int k) {
        boolean changed = false;
        for (Group group : groups) {
            for (int i = 0; i < group.rows.length && group.rows.length > k; i++) {
                int[] rows = group.rows;
                int[] without = costs.nodesWithout(rows, i);
                double gain = group.cost() - (rows.length - 1) * costs.of(without);
                int[] rest = new int[rows.length - 1];
                System.arraycopy(rows, 0, rest, 0, i);
                System.arraycopy(rows, i + 1, rest, i, rest.length - i);
                Group to = gain <= 1e-9
                        ? null
                        : cheapest(rows[i], group, gain - 1e-9).group();
                if (to != null && acceptance.accepts(rest, 0, rest.length)) {
                    put(rows[i], to);
                    group.become(rest, without, costs.of(without));
                    changed = true;
                    i--;
                }
            }
        }
        return changed;
    }

    private void put(int row, Group group) {
        costs.cover(group.nodes, row);
        group.become(with(group.rows, row), group.nodes, costs.of(group.nodes));
    }

    /** Where a row raises the cost least, among classes other than one, if that is below the limit. */
    private Place cheapest(int row, @Nullable Group except, double limit) {
        Group best = null;
        double least = limit;
        for (Group group : groups) {
            int size = group.rows.length;
            if (group == except || size == 0) {
                continue;
            }
            double now = group.cost();
            double cost = (size + 1) * costs.with(group.nodes, row, (least + now) / (size + 1)) - now;
            if (cost < least && (acceptance.growsSafely() || accepted(group.rows, row))) {
                best = group;
                least = cost;
            }
        }
        return new Place(best, least);
    }

    /** Each row alone was found acceptable where it goes; several may go to one class. */
    private boolean acceptedTogether(int[] rows, Group[] to) {
        if (acceptance.growsSafely()) {
            return true;
        }
        Map<Group, int[]> grown = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            grown.merge(to[i], with(to[i].rows, row), (all, single) -> with(all, row));
        }
        return grown.values().stream().allMatch(all -> acceptance.accepts(all, 0, all.length));
    }

    private boolean accepted(int[] rows, int extra) {
        int[] bigger = with(rows, extra);
        return acceptance.accepts(bigger, 0, bigger.length);
    }

    private static int[] with(int[] rows, int extra) {
        int[] bigger = Arrays.copyOf(rows, rows.length + 1);
        bigger[rows.length] = extra;
        return bigger;
    }

    /** One class: its rows, the nodes they are published under, and what those lose for each row. */
    private static final class Group {

        int[] rows;
        int[] nodes;
        double loss;

        Group(int[] rows, int[] nodes, double loss) {
            this.rows = rows;
            this.nodes = nodes;
            this.loss = loss;
        }

        void become(int[] otherRows, int[] otherNodes, double otherLoss) {
            rows = otherRows;
            nodes = otherNodes;
            loss = otherLoss;
        }

        double cost() {
            return rows.length * loss;
        }
    }

    private record Place(@Nullable Group group, double cost) {}
}
