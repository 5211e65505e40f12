package dari.matching.assignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A soft lower bound: at least so many of some applicants at some places. Minimums of places and groups and targets are
 * all of this kind.
 *
 * @param name id of the place or group, or the target's name
 * @param counts which applicants count
 * @param places ids of the places where they are counted
 */
record Bound(String name, Kind kind, int atLeast, Predicate<Applicant> counts, Set<String> places) {

    /** Where a bound comes from. */
    enum Kind {
        PLACE,
        GROUP,
        TARGET
    }

    /** Every bound of an instance: of places, then of groups, then targets, each in the order of the instance. */
    static List<Bound> of(Instance instance) {
        List<Bound> bounds = new ArrayList<>();
        for (Place place : instance.places()) {
            if (place.minimum() > 0) {
                bounds.add(new Bound(place.id(), Kind.PLACE, place.minimum(), anybody -> true, Set.of(place.id())));
            }
        }
        for (Group group : instance.groups()) {
            if (group.minimum() > 0) {
                bounds.add(new Bound(
                        group.id(), Kind.GROUP, group.minimum(), anybody -> true, places(instance, group.id())));
            }
        }
        for (Target target : instance.targets()) {
            bounds.add(new Bound(
                    target.name(), Kind.TARGET, target.atLeast(), target::counts, places(instance, target.at())));
        }
        return bounds;
    }

    /** The places of a group, the place itself, or all of them. */
    private static Set<String> places(Instance instance, @Nullable String at) {
        Set<String> places = new HashSet<>();
        for (Place place : instance.places()) {
            if (at == null || at.equals(place.id()) || at.equals(place.group())) {
                places.add(place.id());
            }
        }
        return places;
    }

    boolean counts(Applicant applicant, @Nullable String place) {
        return place != null && places.contains(place) && counts.test(applicant);
    }

    int count(Instance instance, Map<String, @Nullable String> matching) {
        return (int) instance.applicants().stream()
                .filter(applicant -> counts(applicant, matching.get(applicant.id())))
                .count();
    }
}
