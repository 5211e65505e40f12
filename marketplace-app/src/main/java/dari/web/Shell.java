package dari.web;

import java.util.List;

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
        List<Place> rail,
        long unread,
        String otherLanguageUrl) {

    /** One line of the rail. */
    record Place(String href, String icon, String labelKey, int count, boolean current) {}
}
