package dari.matching.assignment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One assignment to make: who applies, and where places are. Ids are unique on each side and wishes name known ids. */
public record Instance(List<Applicant> applicants, List<Place> places) {

    /**
     * @throws IllegalArgumentException naming the id that stands twice, the stranger in a list, or what is wished twice
     */
    public Instance {
        applicants = List.copyOf(applicants);
        places = List.copyOf(places);
        Set<String> applicantIds =
                unique("applicant", applicants.stream().map(Applicant::id).toList());
        Set<String> placeIds = unique("place", places.stream().map(Place::id).toList());
        applicants.forEach(applicant -> check("applicant " + applicant.id(), applicant.wishes(), "place", placeIds));
        places.forEach(place -> check("place " + place.id(), place.wishes(), "applicant", applicantIds));
    }

    private static Set<String> unique(String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(what + " " + id + " stands twice");
            }
        }
        return seen;
    }

    private static void check(String whose, List<List<String>> wishes, String what, Set<String> known) {
        Set<String> seen = new HashSet<>();
        for (List<String> tier : wishes) {
            for (String id : tier) {
                if (!known.contains(id)) {
                    throw new IllegalArgumentException(whose + " names " + id + ", which is no " + what);
                }
                if (!seen.add(id)) {
                    throw new IllegalArgumentException(whose + " names " + id + " twice");
                }
            }
        }
    }
}
