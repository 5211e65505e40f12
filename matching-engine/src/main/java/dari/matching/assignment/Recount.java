package dari.matching.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts blocking pairs again from an instance, a seed and who sits where, by ids and from the definition alone. It shares
 * nothing with the engine but the published lottery.
 */
final class Recount {

    private final Instance instance;
    private final WishOrder wishes;
    private final Map<String, @Nullable String> matching;
    private final Map<String, Place> placeOf = new HashMap<>();
    private final Map<String, List<String>> turnsOf = new HashMap<>();

    /** Who cannot be moved: they keep their seats, and their own wishes do not count. */
    private final Set<String> unmovable = new HashSet<>();

    private final Map<String, Integer> seatsLeft = new HashMap<>();

    /** The last of a place or group by the order of that place or group. */
    private final Map<String, Last> last = new HashMap<>();

    /** What a group compares: the rank in the place that ranks, then the place's turn. */
    private record Last(int rank, int turn) {

        boolean isAfter(Last other) {
            return rank > other.rank || (rank == other.rank && turn > other.turn);
        }
    }

    /** @param settled pairs whose applicants cannot be moved */
    Recount(Instance instance, long seed, List<Pair> settled, Map<String, @Nullable String> matching) {
        this.instance = instance;
        this.wishes = new WishOrder(instance, seed);
        this.matching = matching;
        settled.forEach(pair -> unmovable.add(pair.applicant()));
        Map<String, List<String>> members = new HashMap<>();
        for (Place place : instance.places()) {
            placeOf.put(place.id(), place);
            seatsLeft.put(place.id(), place.capacity());
            String group = place.group();
            if (group != null) {
                members.computeIfAbsent(group, id -> new ArrayList<>()).add(place.id());
            }
        }
        instance.groups().forEach(group -> seatsLeft.put(group.id(), group.capacity()));
        Lottery lottery = new Lottery(seed);
        members.forEach((group, ids) -> turnsOf.put(group, lottery.inOrder(ids)));
        matching.forEach((applicant, place) -> {
            if (place != null) {
                sit(applicant, placeNamed(place));
            }
        });
    }

    private void sit(String applicant, Place place) {
        String group = place.group();
        seatsLeft.merge(place.id(), -1, Integer::sum);
        if (group != null) {
            seatsLeft.merge(group, -1, Integer::sum);
        }
        if (!unmovable.contains(applicant)) {
            Last order = order(place, applicant);
            last.merge(place.id(), order, (one, other) -> one.isAfter(other) ? one : other);
            if (group != null) {
                last.merge(group, order, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
    }

    private Last order(Place place, String applicant) {
        List<String> turns = place.group() == null ? List.of() : turnsOf.getOrDefault(place.group(), List.of());
        return new Last(wishes.rank(place.id(), applicant), turns.indexOf(place.id()));
    }

    /** In the order of the instance's applicants; each applicant's places in the order of its wishes. */
    List<Pair> blockingPairs() {
        Set<Pair> forbidden = new HashSet<>(instance.forbidden());
        List<Pair> blocking = new ArrayList<>();
        for (Applicant applicant : instance.applicants()) {
            String id = applicant.id();
            if (unmovable.contains(id)) {
                continue;
            }
            int has = wishes.position(id, matching.get(id));
            wishes.wishes(id).entrySet().stream()
                    .filter(wish -> wish.getValue() < has)
                    .sorted(Map.Entry.comparingByValue())
                    .map(wish -> new Pair(id, wish.getKey()))
                    .filter(pair -> !forbidden.contains(pair) && takes(placeNamed(pair.place()), id))
                    .forEach(blocking::add);
        }
        return blocking;
    }

    private boolean takes(Place place, String applicant) {
        Last order = order(place, applicant);
        if (order.rank() == WishOrder.NO_WISH) {
            return false;
        }
        String full = seatsLeft.getOrDefault(place.id(), 0) <= 0 ? place.id() : null;
        String group = place.group();
        if (full == null && group != null && seatsLeft.getOrDefault(group, 0) <= 0) {
            full = group;
        }
        if (full == null) {
            return true;
        }
        Last worst = last.get(full);
        return worst != null && worst.isAfter(order);
    }

    private Place placeNamed(String id) {
        Place place = placeOf.get(id);
        if (place == null) {
            throw new UnsoundEntry(id, "no place is called " + id);
        }
        return place;
    }
}
