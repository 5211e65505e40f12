package dari.matching.assignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Both sides' strict orders by id, straight from the instance and the published seed: for whoever compares or checks
 * assignments without the engine's own numbers.
 */
final class WishOrder {

    /** Worse than every wish. */
    static final int NO_WISH = Integer.MAX_VALUE;

    private final Map<String, Map<String, Integer>> ofApplicants = new HashMap<>();
    private final Map<String, Map<String, Integer>> ofPlaces = new HashMap<>();

    WishOrder(Instance instance, long seed) {
        Lottery lottery = new Lottery(seed);
        instance.applicants()
                .forEach(applicant -> ofApplicants.put(applicant.id(), positions(applicant.wishes(), lottery)));
        instance.places().forEach(place -> ofPlaces.put(place.id(), positions(place.wishes(), lottery)));
    }

    /** Where an applicant put a place, 0 for the first; {@link #NO_WISH} for none or one that was not wished. */
    int position(String applicant, @Nullable String place) {
        return place == null ? NO_WISH : wishes(applicant).getOrDefault(place, NO_WISH);
    }

    /** Where a place put an applicant, 0 for the first; {@link #NO_WISH} for one whom it did not list. */
    int rank(String place, String applicant) {
        return ofPlaces.getOrDefault(place, Map.of()).getOrDefault(applicant, NO_WISH);
    }

    /** The places that an applicant wished, with their positions. */
    Map<String, Integer> wishes(String applicant) {
        return ofApplicants.getOrDefault(applicant, Map.of());
    }

    private static Map<String, Integer> positions(List<List<String>> tiers, Lottery lottery) {
        Map<String, Integer> positions = new HashMap<>();
        tiers.forEach(tier -> lottery.inOrder(tier).forEach(id -> positions.put(id, positions.size())));
        return positions;
    }
}
