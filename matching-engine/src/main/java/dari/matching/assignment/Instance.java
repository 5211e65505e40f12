package dari.matching.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One assignment to make: who applies, where places are, and what the organiser settled beforehand. Ids are unique on
 * each side, no group is called like a place, and everything named is there. Immutable, thread-safe.
 */
public final class Instance {

    private final List<Applicant> applicants;
    private final List<Place> places;
    private final List<Group> groups;
    private final List<Target> targets;
    private final List<Pair> forced;
    private final List<Pair> forbidden;
    private final Numbers applicantNumbers;
    private final Numbers placeNumbers;

    /** Every list of wishes as numbers: each run needs them. */
    private final List<Order> wishes;

    private final List<Order> listed;

    /** One list of wishes as numbers. */
    static final class Order {

        private final int[] numbers;
        private final boolean tied;

        private Order(int[] numbers, boolean tied) {
            this.numbers = numbers;
            this.tied = tied;
        }

        /** Of those named, as they are written, tied ones side by side; not to be changed. */
        int[] numbers() {
            return numbers;
        }

        /** Whether the lottery has to order some. */
        boolean tied() {
            return tied;
        }
    }

    /**
     * @param groups hospitals over departments; empty when places stand alone
     * @param targets shares that the run tries to reach
     * @param forced pairs that the organiser settled, whatever the wishes say
     * @param forbidden pairs that must not be made, whatever the wishes say
     * @throws UnsoundEntry naming the id that stands twice, the stranger in a list, what is wished twice, or forced pairs
     *     that cannot all be
     */
    public Instance(
            List<Applicant> applicants,
            List<Place> places,
            List<Group> groups,
            List<Target> targets,
            List<Pair> forced,
            List<Pair> forbidden) {
        this.applicants = List.copyOf(applicants);
        this.places = List.copyOf(places);
        this.groups = List.copyOf(groups);
        this.targets = List.copyOf(targets);
        this.forced = List.copyOf(forced);
        this.forbidden = List.copyOf(forbidden);
        this.applicantNumbers = new Numbers("applicant", applicants.stream().map(Applicant::id));
        this.placeNumbers = new Numbers("place", places.stream().map(Place::id));
        Numbers groupNumbers = new Numbers("group", groups.stream().map(Group::id));
        new Numbers("target", targets.stream().map(Target::name)); // only that no name stands twice
        for (Group group : groups) {
            require(
                    placeNumbers.of(group.id()) < 0,
                    group.id(),
                    "group " + group.id() + " is called like a place; ids must differ");
        }
        this.wishes = new ArrayList<>(applicants.size());
        Checked wished = new Checked("applicant ", "place", placeNumbers);
        for (Applicant applicant : applicants) {
            wishes.add(wished.order(applicant.id(), Tiers.of(applicant.wishes())));
        }
        this.listed = new ArrayList<>(places.size());
        Checked named = new Checked("place ", "applicant", applicantNumbers);
        for (Place place : places) {
            listed.add(named.order(place.id(), Tiers.of(place.wishes())));
            String group = place.group();
            require(
                    group == null || groupNumbers.of(group) >= 0,
                    place.id(),
                    "place " + place.id() + " names " + group + ", which is no group");
        }
        for (Target target : targets) {
            String at = target.at();
            require(
                    at == null || placeNumbers.of(at) >= 0 || groupNumbers.of(at) >= 0,
                    target.name(),
                    "target " + target.name() + " names " + at + ", which is no place and no group");
        }
        for (List<Pair> pairs : List.of(forced, forbidden)) {
            for (Pair pair : pairs) {
                require(applicantNumbers.of(pair.applicant()) >= 0, pair.applicant(), pair + ": no such applicant");
                require(placeNumbers.of(pair.place()) >= 0, pair.place(), pair + ": no such place");
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

    public List<Applicant> applicants() {
        return applicants;
    }

    public List<Place> places() {
        return places;
    }

    public List<Group> groups() {
        return groups;
    }

    public List<Target> targets() {
        return targets;
    }

    public List<Pair> forced() {
        return forced;
    }

    public List<Pair> forbidden() {
        return forbidden;
    }

    Numbers applicantNumbers() {
        return applicantNumbers;
    }

    Numbers placeNumbers() {
        return placeNumbers;
    }

    /** The places that an applicant wishes. */
    Order wishes(int applicant) {
        return wishes.get(applicant);
    }

    /** The applicants that a place lists. */
    Order listed(int place) {
        return listed.get(place);
    }

    /** Turns the lists of one side into numbers, each walked once: its parts may lie all over the memory. */
    private static final class Checked {

        private final String who;
        private final String what;
        private final Numbers known;

        /** Beside each number the list that named it last. */
        private final int[] seen;

        private int lists;

        Checked(String who, String what, Numbers known) {
            this.who = who;
            this.what = what;
            this.known = known;
            this.seen = new int[known.size()];
        }

        Order order(String whose, Tiers wishes) {
            lists++;
            String[] ids = wishes.ids();
            int[] numbers = known.of(ids);
            for (int i = 0; i < ids.length; i++) {
                check(whose, ids[i], numbers[i]);
            }
            return new Order(numbers, wishes.tied());
        }

        private void check(String whose, String id, int number) {
            // built only when needed: this runs for every wish
            if (number < 0) {
                throw new UnsoundEntry(whose, who + whose + " names " + id + ", which is no " + what);
            }
            if (seen[number] == lists) {
                throw new UnsoundEntry(whose, who + whose + " names " + id + " twice");
            }
            seen[number] = lists;
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
