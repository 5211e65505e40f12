package dari.admin.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Gives reviewers to the applications of a whole call at once. Only pairs that are allowed are made, nobody gets more than
 * they take. Of all such assignments the one is chosen that, in this order,
 *
 * <ol>
 *   <li>fills most places, and where places stay empty spreads them over the applications;
 *   <li>balances the reviewers' loads (least sum of squares: within one of each other wherever that is possible);
 *   <li>fits best.
 * </ol>
 *
 * The three goals become one cost by weights so far apart that no sum of the lower can reach one step of the higher.
 */
public final class BalancedAssignment {

    private final List<Demand> demands;
    private final List<Capacity> capacities;
    private final List<Assignable> allowed;

    /** The order in which things come does not matter: they are sorted by their ids first. */
    public BalancedAssignment(List<Demand> demands, List<Capacity> capacities, List<Assignable> allowed) {
        this.demands = demands.stream()
                .sorted(Comparator.comparing(Demand::application))
                .toList();
        this.capacities = capacities.stream()
                .sorted(Comparator.comparing(Capacity::reviewer))
                .toList();
        this.allowed = allowed.stream()
                .sorted(Comparator.comparing(Assignable::application).thenComparing(Assignable::reviewer))
                .toList();
    }

    /** The pairs to make, by application and reviewer. */
    public List<Assignable> solve() {
        int firstReviewer = demands.size();
        int source = firstReviewer + capacities.size();
        int sink = source + 1;
        MinimumCostFlow network = new MinimumCostFlow(sink + 1);
        long places = demands.stream().mapToLong(Demand::reviewers).sum();
        long highestLoad =
                places + capacities.stream().mapToLong(Capacity::present).max().orElse(0);
        long balance = 100 * places + 1;
        long spread = balance * places * (2 * highestLoad + 1) + 1;
        for (int i = 0; i < demands.size(); i++) {
            for (int k = 0; k < demands.get(i).reviewers(); k++) {
                network.edge(source, i, spread * k);
            }
        }
        Map<UUID, Integer> reviewers = new HashMap<>();
        for (int i = 0; i < capacities.size(); i++) {
            Capacity capacity = capacities.get(i);
            reviewers.put(capacity.reviewer(), firstReviewer + i);
            for (int k = 0; k < Math.min(capacity.more(), places); k++) {
                // from load n to n + 1 the square grows by 2n + 1
                network.edge(firstReviewer + i, sink, balance * (2L * (capacity.present() + k) + 1));
            }
        }
        Map<UUID, List<Assignable>> candidates =
                allowed.stream().collect(Collectors.groupingBy(Assignable::application));
        List<Map<Integer, Assignable>> pairs = new ArrayList<>();
        for (int i = 0; i < demands.size(); i++) {
            Map<Integer, Assignable> byNode = new HashMap<>();
            for (Assignable pair : candidates.getOrDefault(demands.get(i).application(), List.of())) {
                Integer reviewer = reviewers.get(pair.reviewer());
                if (reviewer != null) {
                    network.edge(i, reviewer, 100 - pair.fit());
                    byNode.put(reviewer, pair);
                }
            }
            pairs.add(byNode);
        }
        network.run(source, sink);
        List<Assignable> chosen = new ArrayList<>();
        for (int i = 0; i < demands.size(); i++) {
            Map<Integer, Assignable> byNode = pairs.get(i);
            network.flowFrom(i).stream()
                    .map(byNode::get)
                    .filter(Objects::nonNull)
                    .forEach(chosen::add);
        }
        return List.copyOf(chosen);
    }
}
