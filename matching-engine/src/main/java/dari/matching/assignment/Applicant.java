package dari.matching.assignment;

import java.util.List;

/**
 * Somebody who wants a place.
 *
 * @param wishes ids of acceptable places, best first; places in one inner list are tied
 */
public record Applicant(String id, List<List<String>> wishes) {

    public Applicant {
        wishes = wishes.stream().map(List::copyOf).toList();
    }
}
