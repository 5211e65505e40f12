package dari.web;

import java.util.List;
import java.util.Optional;

/**
 * What stands around every page. Face is {@code public}, {@code startup}, {@code hospital} or {@code program}.
 *
 * @param several whether the reader can work for another organisation, too
 */
record Shell(
        String face,
        boolean signedIn,
        String organization,
        boolean several,
        List<Part> rail,
        long unread,
        String otherLanguageUrl) {

    /** Some lines of the rail under one heading, or above all headings without one. */
    record Part(String code, boolean titled, List<Place> places) {}

    /** One line of the rail. */
    record Place(String href, String icon, String labelKey, boolean current) {}

    /** Where the reader is in the rail, for a menu that is closed. */
    public Optional<Place> here() {
        return rail.stream()
                .flatMap(part -> part.places().stream())
                .filter(Place::current)
                .findFirst();
    }
}
