package dari.admin.cohorts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Wishes as people type them: a number for each acceptable one, equal numbers for equally welcome ones. */
final class Ranking {

    private Ranking() {}

    /** @param ranks the number of each acceptable one; gaps between numbers mean nothing */
    static List<List<String>> of(Map<String, Integer> ranks) {
        Map<Integer, List<String>> tiers = new TreeMap<>();
        ranks.forEach((id, rank) ->
                tiers.computeIfAbsent(rank, number -> new ArrayList<>()).add(id));
        return tiers.values().stream()
                .map(tier -> tier.stream().sorted().toList())
                .toList();
    }

    /** One step up: out of a tie to just before it, else past the one before; from outside to the end of the list. */
    static List<List<String>> up(List<List<String>> tiers, String id) {
        int at = tierOf(tiers, id);
        if (at < 0) {
            List<List<String>> longer = new ArrayList<>(tiers);
            longer.add(List.of(id));
            return longer;
        }
        return moved(tiers, id, at, tiers.get(at).size() > 1 ? at : at - 1);
    }

    /** One step down: out of a tie to just behind it, else past the next one. */
    static List<List<String>> down(List<List<String>> tiers, String id) {
        int at = tierOf(tiers, id);
        return at < 0 ? tiers : moved(tiers, id, at, at + 1);
    }

    /** The number that stands for each in a form. */
    static Map<String, Integer> numbers(List<List<String>> tiers) {
        Map<String, Integer> numbers = new TreeMap<>();
        for (int tier = 0; tier < tiers.size(); tier++) {
            for (String id : tiers.get(tier)) {
                numbers.put(id, tier + 1);
            }
        }
        return numbers;
    }

    private static List<List<String>> moved(List<List<String>> tiers, String id, int from, int to) {
        boolean alone = tiers.get(from).size() == 1;
        if (to < 0 || (alone && to >= tiers.size())) {
            return tiers;
        }
        List<List<String>> changed = new ArrayList<>(tiers);
        if (alone) {
            changed.remove(from);
        } else {
            changed.set(
                    from,
                    tiers.get(from).stream().filter(other -> !other.equals(id)).toList());
        }
        changed.add(Math.min(to, changed.size()), List.of(id));
        return changed;
    }

    private static int tierOf(List<List<String>> tiers, String id) {
        for (int tier = 0; tier < tiers.size(); tier++) {
            if (tiers.get(tier).contains(id)) {
                return tier;
            }
        }
        return -1;
    }
}
