package dari.matching.assignment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One assignment to make: who applies, where places are, and what the organiser settled beforehand. Ids are unique on
 * each side, no group is called like a place, and everything named is there.
 *
 * @param groups hospitals over departments; empty when places stand alone
 * @param targets shares that the run tries to reach
 * @param forced pairs that the organiser settled, whatever the wishes say
 * @param forbidden pairs that must not be made, whatever the wishes say
 */
public record Instance(
        List<Applicant> applicants,
        List<Place> places,
        List<Group> groups,
        List<Target> targets,
        List<Pair> forced,
        List<Pair> forbidden) {

    /**
     * @throws UnsoundEntry naming the id that stands twice, the stranger in a list, what is wished twice, or forced pairs
     *     that cannot all be
     */
    public Instance {
        applicants = List.copyOf(applicants);
        places = List.copyOf(places);
        groups = List.copyOf(groups);
        targets = List.copyOf(targets);
        forced = List.copyOf(forced);
        forbidden = List.copyOf(forbidden);
        Set<String> applicantIds =
                unique("applicant", applicants.stream().map(Applicant::id).toList());
        Set<String> placeIds = unique("place", places.stream().map(Place::id).toList());
        Set<String> groupIds = unique("group", groups.stream().map(Group::id).toList());
        unique("target", targets.stream().map(Target::name).toList());
        for (String group : groupIds) {
            require(!placeIds.contains(group), group, "group " + group + " is called like a place; ids must differ");
        }
        for (Applicant applicant : applicants) {
            check("applicant ", applicant.id(), applicant.wishes(), "place", placeIds);
        }
        for (Place place : places) {
            check("place ", place.id(), place.wishes(), "applicant", applicantIds);
            String group = place.group();
            require(
                    group == null || groupIds.contains(group),
                    place.id(),
                    "place " + place.id() + " names " + group + ", which is no group");
        }
        for (Target target : targets) {
            String at = target.at();
            require(
                    at == null || placeIds.contains(at) || groupIds.contains(at),
                    target.name(),
                    "target " + target.name() + " names " + at + ", which is no place and no group");
        }
        for (List<Pair> pairs : List.of(forced, forbidden)) {
            for (Pair pair : pairs) {
                require(applicantIds.contains(pair.applicant()), pair.applicant(), pair + ": no such applicant");
                require(placeIds.contains(pair.place()), pair.place(), pair + ": no such place");
            }
        }
        checkForced(places, groups, forced, new HashSet<>(forbidden));
    }

    /** An instance of wishes alone. */
    public Instance(List<Applicant> applicants, List<Place> places) {
        this(applicants, places, List.of(), List.of(), List.of(), List.of());
    }

    /** The same instance with other settled pairs. */
    Instance withForced(List<Pair> pairs) {
        return new Instance(applicants, places, groups, targets, pairs, forbidden);
    }

    private static Set<String> unique(String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            require(seen.add(id), id, what + " " + id + " stands twice");
        }
        return seen;
    }

    private static void check(String who, String whose, List<List<String>> wishes, String what, Set<String> known) {
        Set<String> seen = new HashSet<>();
        for (List<String> tier : wishes) {
            for (String id : tier) {
                // built only when needed: this runs for every wish
                if (!known.contains(id)) {
                    throw new UnsoundEntry(whose, who + whose + " names " + id + ", which is no " + what);
                }
                if (!seen.add(id)) {
                    throw new UnsoundEntry(whose, who + whose + " names " + id + " twice");
                }
            }
        }
    }

    private static void checkForced(List<Place> places, List<Group> groups, List<Pair> forced, Set<Pair> forbidden) {
        if (forced.isEmpty()) {
            return;
        }
        Map<String, String> placeOf = new HashMap<>();
        Map<String, Integer> seats = new HashMap<>();
        Map<String, String> groupOf = new HashMap<>();
        places.forEach(place -> {
            seats.put(place.id(), place.capacity());
            String group = place.group();
            if (group != null) {
                groupOf.put(place.id(), group);
            }
        });
        groups.forEach(group -> seats.put(group.id(), group.capacity()));
        for (Pair pair : forced) {
            String other = placeOf.put(pair.applicant(), pair.place());
            require(
                    other == null,
                    pair.applicant(),
                    "applicant " + pair.applicant() + " is forced to " + other + " and to " + pair.place()
                            + "; keep one");
            require(!forbidden.contains(pair), pair.applicant(), pair + " is forced and forbidden; remove one");
            take(seats, pair.place());
            String group = groupOf.get(pair.place());
            if (group != null) {
                take(seats, group);
            }
        }
    }

    private static void take(Map<String, Integer> seats, String id) {
        require(
                seats.merge(id, -1, Integer::sum) >= 0,
                id,
                "more applicants are forced to " + id + " than it has seats; raise its capacity or force fewer");
    }

    private static void require(boolean holds, String id, String otherwise) {
        if (!holds) {
            throw new UnsoundEntry(id, otherwise);
        }
    }
}
