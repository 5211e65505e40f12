package dari.matching.assignment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A question "what if": other quotas, pairs settled or excluded, applicants who withdraw. It makes another instance; the
 * answer is a run on that, nothing less.
 *
 * @param capacities new capacities by id of place or group
 * @param forced pairs settled beside those of the instance
 * @param forbidden pairs excluded beside those of the instance
 * @param withdrawn ids of applicants who leave, with every pair they are in
 */
public record Scenario(
        Map<String, Integer> capacities, List<Pair> forced, List<Pair> forbidden, List<String> withdrawn) {

    public Scenario {
        capacities = Map.copyOf(capacities);
        forced = List.copyOf(forced);
        forbidden = List.copyOf(forbidden);
        withdrawn = List.copyOf(withdrawn);
    }

    /**
     * The changed instance.
     *
     * @throws UnsoundEntry naming an id that the instance does not have, or pairs that cannot all be
     */
    public Instance applyTo(Instance instance) {
        Set<String> gone = new HashSet<>(withdrawn);
        Set<String> applicants = new HashSet<>();
        instance.applicants().forEach(applicant -> applicants.add(applicant.id()));
        withdrawn.forEach(id -> require(applicants.contains(id), id, "no applicant is called " + id));
        forced.forEach(pair -> require(
                !gone.contains(pair.applicant()), pair.applicant(), pair + " is forced, but withdrawn; keep one"));
        Set<String> quotas = new HashSet<>();
        instance.places().forEach(place -> quotas.add(place.id()));
        instance.groups().forEach(group -> quotas.add(group.id()));
        capacities.keySet().stream()
                .sorted()
                .forEach(id -> require(quotas.contains(id), id, "no place and no group is called " + id));
        return new Instance(
                instance.applicants().stream()
                        .filter(applicant -> !gone.contains(applicant.id()))
                        .toList(),
                instance.places().stream()
                        .map(place -> without(place, gone)
                                .withCapacity(capacities.getOrDefault(place.id(), place.capacity())))
                        .toList(),
                instance.groups().stream()
                        .map(group -> group.withCapacity(capacities.getOrDefault(group.id(), group.capacity())))
                        .toList(),
                instance.targets(),
                both(instance.forced(), forced, gone),
                both(instance.forbidden(), forbidden, gone));
    }

    private static Place without(Place place, Set<String> gone) {
        return gone.isEmpty()
                ? place
                : new Place(
                        place.id(),
                        place.capacity(),
                        place.wishes().stream()
                                .map(tier -> tier.stream()
                                        .filter(id -> !gone.contains(id))
                                        .toList())
                                .filter(tier -> !tier.isEmpty())
                                .toList(),
                        place.group(),
                        place.minimum());
    }

    private static List<Pair> both(List<Pair> given, List<Pair> more, Set<String> gone) {
        return Stream.concat(given.stream(), more.stream())
                .distinct()
                .filter(pair -> !gone.contains(pair.applicant()))
                .toList();
    }

    private static void require(boolean holds, String id, String otherwise) {
        if (!holds) {
            throw new UnsoundEntry(id, otherwise);
        }
    }
}
