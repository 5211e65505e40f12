package dari.matching.assignment;

import dari.matching.assignment.Finding.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at an instance before it is run: what cannot be, and what will disappoint. */
public final class Feasibility {

    private final Instance instance;
    private final Map<String, Set<String>> possible;
    private final List<Finding> findings = new ArrayList<>();

    private Feasibility(Instance instance) {
        this.instance = instance;
        this.possible = possible(instance);
    }

    /** What was found, the impossible first. Time grows with the number of wishes. */
    public static List<Finding> check(Instance instance) {
        Feasibility feasibility = new Feasibility(instance);
        feasibility.minimums();
        feasibility.targets();
        feasibility.seats();
        feasibility.nobodyForSomebody();
        feasibility.bounds();
        feasibility.forced();
        return Stream.concat(
                        feasibility.findings.stream()
                                .filter(finding -> finding.problem().isImpossible()),
                        feasibility.findings.stream()
                                .filter(finding -> !finding.problem().isImpossible()))
                .toList();
    }

    private void minimums() {
        Map<String, Integer> minimums = new HashMap<>();
        int all = 0;
        for (Place place : instance.places()) {
            above(Problem.MINIMUM_ABOVE_CAPACITY, place.id(), place.minimum(), place.capacity());
            String group = place.group();
            if (group != null) {
                minimums.merge(group, place.minimum(), Integer::sum);
            } else {
                all += place.minimum();
            }
        }
        for (Group group : instance.groups()) {
            int parts = minimums.getOrDefault(group.id(), 0);
            above(Problem.MINIMUM_ABOVE_CAPACITY, group.id(), group.minimum(), group.capacity());
            above(Problem.MINIMUMS_ABOVE_GROUP, group.id(), parts, group.capacity());
            all += Math.max(parts, group.minimum());
        }
        int applicants = instance.applicants().size();
        if (all > applicants) {
            add(Problem.MINIMUMS_ABOVE_APPLICANTS, List.of(), all, applicants);
        }
    }

    private void targets() {
        for (Target target : instance.targets()) {
            above(Problem.TARGET_ABOVE_SEATS, target.name(), target.atLeast(), seatsAt(target));
        }
    }

    private void above(Problem problem, String id, int wanted, int seats) {
        if (wanted > seats) {
            add(problem, List.of(id), id, wanted, seats);
        }
    }

    private void seats() {
        int seats = seats(instance.places());
        int applicants = instance.applicants().size();
        if (seats < applicants) {
            add(Problem.FEWER_SEATS_THAN_APPLICANTS, List.of(), seats, applicants);
        }
    }

    private int seatsAt(Target target) {
        String at = target.at();
        return seats(instance.places().stream()
                .filter(place -> at == null || at.equals(place.id()) || at.equals(place.group()))
                .toList());
    }

    /** The seats of places, no more in a group than the group has. */
    private int seats(List<Place> places) {
        Map<String, Integer> inGroups = new HashMap<>();
        long alone = 0;
        for (Place place : places) {
            String group = place.group();
            if (group == null) {
                alone += place.capacity();
            } else {
                inGroups.merge(group, place.capacity(), Feasibility::sum);
            }
        }
        long shared = instance.groups().stream()
                .mapToLong(group -> Math.min(group.capacity(), inGroups.getOrDefault(group.id(), 0)))
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, alone + shared);
    }

    private static int sum(int one, int other) {
        return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
    }

    private void nobodyForSomebody() {
        Set<String> settled = new HashSet<>();
        Set<String> wanted = new HashSet<>();
        instance.forced().forEach(pair -> {
            settled.add(pair.applicant());
            wanted.add(pair.place());
        });
        List<String> without = instance.applicants().stream()
                .map(Applicant::id)
                .filter(id -> !settled.contains(id) && placesFor(id).isEmpty())
                .toList();
        if (!without.isEmpty()) {
            add(Problem.NO_ACCEPTABLE_PLACE, without, without.size());
        }
        possible.values().forEach(wanted::addAll);
        List<String> empty = instance.places().stream()
                .filter(place -> place.capacity() > 0 && !wanted.contains(place.id()))
                .map(Place::id)
                .toList();
        if (!empty.isEmpty()) {
            add(Problem.NO_ACCEPTABLE_APPLICANT, empty, empty.size());
        }
    }

    private void bounds() {
        for (Bound bound : Bound.of(instance)) {
            int candidates = (int) instance.applicants().stream()
                    .filter(applicant ->
                            placesFor(applicant.id()).stream().anyMatch(place -> bound.counts(applicant, place)))
                    .count();
            if (candidates < bound.atLeast()) {
                Problem problem =
                        bound.kind() == Bound.Kind.TARGET ? Problem.TARGET_OUT_OF_REACH : Problem.MINIMUM_OUT_OF_REACH;
                add(problem, List.of(bound.name()), bound.name(), bound.atLeast(), candidates);
            }
        }
    }

    private void forced() {
        for (Pair pair : instance.forced()) {
            if (!placesFor(pair.applicant()).contains(pair.place())) {
                add(
                        Problem.FORCED_AGAINST_WISHES,
                        List.of(pair.applicant(), pair.place()),
                        pair.applicant(),
                        pair.place());
            }
        }
    }

    private Set<String> placesFor(String applicant) {
        return possible.getOrDefault(applicant, Set.of());
    }

    private void add(Problem problem, List<String> about, Object... arguments) {
        findings.add(new Finding(
                problem, about, Stream.of(arguments).map(String::valueOf).toList()));
    }

    /** For each applicant the places that it wishes, that list it, that have seats, and that are not forbidden. */
    private static Map<String, Set<String>> possible(Instance instance) {
        Map<String, Set<String>> listedBy = new HashMap<>();
        for (Place place : instance.places()) {
            if (place.capacity() > 0) {
                place.wishes()
                        .forEach(tier ->
                                tier.forEach(applicant -> listedBy.computeIfAbsent(applicant, id -> new HashSet<>())
                                        .add(place.id())));
            }
        }
        instance.forbidden()
                .forEach(pair ->
                        listedBy.getOrDefault(pair.applicant(), new HashSet<>()).remove(pair.place()));
        instance.applicants().forEach(applicant -> {
            Set<String> wished = new HashSet<>();
            applicant.wishes().forEach(wished::addAll);
            listedBy.getOrDefault(applicant.id(), new HashSet<>()).retainAll(wished);
        });
        return listedBy;
    }
}
