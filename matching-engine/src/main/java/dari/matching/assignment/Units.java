package dari.matching.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which places share their seats. A unit orders what its places would take by the rank in the place that ranks, a first
 * before a second of any other place; places of equal rank by their lottery numbers. The order depends on no wish of an
 * applicant, which keeps it useless to misstate them.
 */
final class Units {

    private final int[] unitOf;
    private final int[][] placesOf;
    private final int[] capacities;
    private final int[] open;
    private final int[] turn;

    Units(Instance instance, Lottery lottery) {
        List<Place> places = instance.places();
        Map<String, Integer> unitByGroup = new HashMap<>();
        instance.groups().forEach(group -> unitByGroup.put(group.id(), unitByGroup.size()));
        int[] alone = {unitByGroup.size()};
        unitOf = places.stream()
                .mapToInt(place -> {
                    Integer shared = place.group() == null ? null : unitByGroup.get(place.group());
                    return shared == null ? alone[0]++ : shared;
                })
                .toArray();
        placesOf = members(alone[0]);
        capacities = new int[placesOf.length];
        for (int unit = 0; unit < capacities.length; unit++) {
            capacities[unit] = unit < instance.groups().size()
                    ? instance.groups().get(unit).capacity()
                    : places.get(placesOf[unit][0]).capacity();
        }
        open = capacities.clone();
        turn = new int[places.size()];
        for (int unit = 0; unit < instance.groups().size(); unit++) {
            Map<String, Integer> numbers = new HashMap<>();
            for (int place : placesOf[unit]) {
                numbers.put(places.get(place).id(), place);
            }
            int next = 0;
            for (String id : lottery.inOrder(List.copyOf(numbers.keySet()))) {
                turn[numbers.getOrDefault(id, -1)] = next++;
            }
        }
    }

    private int[][] members(int units) {
        List<List<Integer>> members = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            members.add(new ArrayList<>());
        }
        for (int place = 0; place < unitOf.length; place++) {
            members.get(unitOf[place]).add(place);
        }
        int[][] found = new int[units][];
        Arrays.setAll(
                found,
                unit -> members.get(unit).stream().mapToInt(Integer::intValue).toArray());
        return found;
    }

    int size() {
        return placesOf.length;
    }

    int of(int place) {
        return unitOf[place];
    }

    int[] placesOf(int unit) {
        return placesOf[unit];
    }

    int capacity(int unit) {
        return capacities[unit];
    }

    /** Seats that no settled pair has taken. */
    int open(int unit) {
        return open[unit];
    }

    /** One seat of a place's unit is gone. */
    void close(int place) {
        open[unitOf[place]]--;
    }

    /** Orders what the places of one unit would take, smaller first. */
    long order(int place, int rank) {
        return (long) rank * unitOf.length + turn[place];
    }

    /** The rank that an order was made of. */
    int rank(long order) {
        return (int) (order / unitOf.length);
    }
}
