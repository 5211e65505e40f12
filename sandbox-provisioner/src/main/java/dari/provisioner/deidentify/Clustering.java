package dari.provisioner.deidentify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Greedy clustering of a small part: grows a class around a seed by the row that costs least to cover, until the class is
 * acceptable; rows left at the end join the class they cost least in. Not thread-safe.
 */
final class Clustering {

    private final Acceptance acceptance;
    private final int k;
    private final CoverCosts costs;

    Clustering(CoverCosts costs, Acceptance acceptance, int k) {
        this.costs = costs;
        this.acceptance = acceptance;
        this.k = k;
    }

    /** @param rows acceptable as a whole */
    List<int[]> classes(int[] rows) {
        int[] left = rows.clone();
        int count = left.length;
        Classes classes = new Classes(costs, acceptance);
        int[] last = costs.leafNodes(left[0]);
        while (count >= k) {
            int seed = farthest(left, count, last);
            int[] at = costs.leafNodes(left[seed]);
            int[] members = {left[seed]};
            left[seed] = left[--count];
            boolean accepted = k <= 1 && acceptance.accepts(members, 0, 1);
            while (!accepted && count > 0) {
                int next = nearest(left, count, at, members.length >= k && acceptance.asksForValues() ? members : null);
                members = Arrays.copyOf(members, members.length + 1);
                members[members.length - 1] = left[next];
                costs.cover(at, left[next]);
                left[next] = left[--count];
                accepted = members.length >= k && acceptance.accepts(members, 0, members.length);
            }
            if (!accepted) { // the rows that are left are no class of their own
                System.arraycopy(members, 0, left, count, members.length);
                count += members.length;
                break;
            }
            classes.add(members, at);
            last = at;
        }
        if (classes.isEmpty()) {
            return List.of(rows);
        }
        for (int i = 0; i < count; i++) {
            if (!classes.insert(left[i])) { // a single row may spoil an entropy that the whole part has
                return List.of(rows);
            }
        }
        classes.refine(k);
        return new ArrayList<>(classes.members());
    }

    private int farthest(int[] left, int count, int[] from) {
        int best = 0;
        double most = -1;
        for (int i = 0; i < count; i++) {
            double cost = costs.with(from, left[i], Double.POSITIVE_INFINITY);
            if (cost > most || (cost == most && left[i] < left[best])) {
                most = cost;
                best = i;
            }
        }
        return best;
    }

    /** @param members when the class has its size but not its diversity: prefer a row that makes it acceptable */
    private int nearest(int[] left, int count, int[] at, int @Nullable [] members) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        int[] trial = members == null ? new int[0] : Arrays.copyOf(members, members.length + 1);
        for (int i = 0; i < count; i++) {
            double cost = costs.with(at, left[i], least);
            if (cost < least || (cost == least && best >= 0 && left[i] < left[best])) {
                if (members != null) {
                    trial[members.length] = left[i];
                    if (!acceptance.accepts(trial, 0, trial.length)) {
                        continue;
                    }
                }
                least = cost;
                best = i;
            }
        }
        return best >= 0 ? best : nearest(left, count, at, null);
    }
}
