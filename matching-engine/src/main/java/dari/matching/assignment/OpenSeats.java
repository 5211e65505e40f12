package dari.matching.assignment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The seats of places and groups: how many are settled, and how many are taken. */
final class OpenSeats {

    private final Map<String, String> groupOf = new HashMap<>();
    private final Map<String, Integer> notSettled = new HashMap<>();
    private final Map<String, Integer> notTaken = new HashMap<>();
    private final Set<String> settled = new HashSet<>();

    OpenSeats(Instance instance, List<Pair> forced, Map<String, @Nullable String> matching) {
        for (Place place : instance.places()) {
            notSettled.put(place.id(), place.capacity());
            String group = place.group();
            if (group != null) {
                groupOf.put(place.id(), group);
            }
        }
        instance.groups().forEach(group -> notSettled.put(group.id(), group.capacity()));
        notTaken.putAll(notSettled);
        for (Pair pair : forced) {
            settled.add(pair.applicant());
            take(notSettled, pair.place());
        }
        matching.values().forEach(place -> {
            if (place != null) {
                take(notTaken, place);
            }
        });
    }

    private void take(Map<String, Integer> seats, String place) {
        seats.merge(place, -1, Integer::sum);
        String group = groupOf.get(place);
        if (group != null) {
            seats.merge(group, -1, Integer::sum);
        }
    }

    boolean isSettled(String applicant) {
        return settled.contains(applicant);
    }

    /** Whether the place and its group have a seat that nobody was settled for. */
    boolean canBeSettled(String place) {
        return isLeft(notSettled, place);
    }

    /** Whether somebody has to go when one more comes. */
    boolean isFull(String place) {
        return !isLeft(notTaken, place);
    }

    /** The place or group, and where it counts its group, that has more than its seats; null when none has. */
    @Nullable
    String overfull() {
        return notTaken.entrySet().stream()
                .filter(seats -> seats.getValue() < 0)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private boolean isLeft(Map<String, Integer> seats, String place) {
        String group = groupOf.get(place);
        return seats.getOrDefault(place, 0) > 0 && (group == null || seats.getOrDefault(group, 0) > 0);
    }
}
