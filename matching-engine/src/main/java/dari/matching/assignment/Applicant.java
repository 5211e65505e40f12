package dari.matching.assignment;

import java.util.List;
import java.util.Map;

/**
 * Somebody who wants a place.
 *
 * @param wishes ids of acceptable places, best first; places in one inner list are tied
 * @param attributes what {@link Target}s count by, e.g. {@code region: noncapital}; they never rank anybody
 */
public record Applicant(String id, List<List<String>> wishes, Map<String, String> attributes) {

    public Applicant {
        wishes = Tiers.of(wishes);
        attributes = Map.copyOf(attributes);
    }

    public Applicant(String id, List<List<String>> wishes) {
        this(id, wishes, Map.of());
    }
}
