package dari.provisioner.deidentify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The classes of one part while they are being improved. Every class stays acceptable throughout; the cost is the sum over
 * classes of size × loss of the published nodes. Not thread-safe.
 */
final class Classes {

    /** Later rounds gain little: on adult the third lowers the loss by under one percent. */
    private static final int ROUNDS = 3;

    private final CoverCosts costs;
    private final Acceptance acceptance;
    private final List<int[]> members = new ArrayList<>();
    private final List<int[]> nodes = new ArrayList<>();

    Classes(CoverCosts costs, Acceptance acceptance) {
        this.costs = costs;
        this.acceptance = acceptance;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    List<int[]> members() {
        return members;
    }

    void add(int[] rows, int[] published) {
        members.add(rows);
        nodes.add(published);
    }

    /** Puts a row where it costs least; false when every class would cease to be acceptable by it. */
    boolean insert(int row) {
        Place place = cheapest(row, -1, Double.POSITIVE_INFINITY);
        if (place.index() >= 0) {
            put(row, place.index());
        }
        return place.index() >= 0;
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
        Integer[] worstFirst = IntStream.range(0, members.size())
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -costs.of(nodes.get(c))))
                .toArray(Integer[]::new);
        boolean changed = false;
        boolean[] gone = new boolean[members.size()];
        int alive = members.size();
        for (int c : worstFirst) {
            int[] rows = members.get(c);
            double budget = rows.length * costs.of(nodes.get(c));
            if (alive == 1 || budget == 0) {
                break;
            }
            int[] to = new int[rows.length];
            boolean better = true;
            for (int i = 0; i < rows.length && better; i++) {
                Place place = cheapest(rows[i], c, budget);
                to[i] = place.index();
                budget -= place.cost();
                better = place.index() >= 0 && budget > 1e-9;
            }
            if (better && acceptedTogether(rows, to)) {
                for (int i = 0; i < rows.length; i++) {
                    put(rows[i], to[i]);
                }
                members.set(c, new int[0]);
                gone[c] = true;
                alive--;
                changed = true;
            }
        }
        for (int c = members.size() - 1; c >= 0; c--) {
            if (gone[c]) {
                members.remove(c);
                nodes.remove(c);
            }
        }
        return changed;
    }

    private boolean move(int k) {
        boolean changed = false;
        for (int c = 0; c < members.size(); c++) {
            for (int i = 0; i < members.get(c).length && members.get(c).length > k; i++) {
                int[] rows = members.get(c);
                int[] without = costs.nodesWithout(rows, i);
                double gain = rows.length * costs.of(nodes.get(c)) - (rows.length - 1) * costs.of(without);
                int[] rest = new int[rows.length - 1];
                System.arraycopy(rows, 0, rest, 0, i);
                System.arraycopy(rows, i + 1, rest, i, rest.length - i);
                Place place = gain <= 1e-9 ? Place.NOWHERE : cheapest(rows[i], c, gain - 1e-9);
                if (place.index() >= 0 && acceptance.accepts(rest, 0, rest.length)) {
                    put(rows[i], place.index());
                    members.set(c, rest);
                    nodes.set(c, without);
                    changed = true;
                    i--;
                }
            }
        }
        return changed;
    }

    private void put(int row, int index) {
        int[] bigger = with(members.get(index), row);
        members.set(index, bigger);
        costs.cover(nodes.get(index), row);
    }

    /** Where a row raises the cost least, among classes other than one, if that is below the limit. */
    private Place cheapest(int row, int except, double limit) {
        int best = -1;
        double least = limit;
        for (int c = 0; c < members.size(); c++) {
            int size = members.get(c).length;
            if (c == except || size == 0) {
                continue;
            }
            double now = size * costs.of(nodes.get(c));
            double cost = (size + 1) * costs.with(nodes.get(c), row, (least + now) / (size + 1)) - now;
            if (cost < least && (acceptance.growsSafely() || accepted(members.get(c), row))) {
                best = c;
                least = cost;
            }
        }
        return new Place(best, least);
    }

    /** Each row alone was found acceptable where it goes; several may go to one class. */
    private boolean acceptedTogether(int[] rows, int[] to) {
        if (acceptance.growsSafely()) {
            return true;
        }
        Map<Integer, int[]> grown = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            grown.merge(to[i], with(members.get(to[i]), row), (all, single) -> with(all, row));
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

    private record Place(int index, double cost) {
        static final Place NOWHERE = new Place(-1, 0);
    }
}
