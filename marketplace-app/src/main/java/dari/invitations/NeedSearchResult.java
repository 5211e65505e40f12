package dari.invitations;

import java.util.List;
import java.util.Map;

/**
 * The needs that a hospital may see, ranked for one of its offers.
 *
 * @param shown those of this page
 * @param listed how many stand on all pages
 * @param fitting how many there are with the chosen conditions, also those that are not listed
 * @param verdicts how many needs each verdict would leave beside the other conditions
 * @param contacts the same for how far the two sides have come
 * @param degraded whether search was away: the newest first, without a score
 */
public record NeedSearchResult(
        List<NeedCard> shown,
        int listed,
        long fitting,
        Map<String, Long> verdicts,
        Map<NeedQuery.Contact, Long> contacts,
        boolean degraded) {}
