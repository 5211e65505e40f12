package dari.discovery;

import dari.matching.NearMiss;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param open matches that are permitted or for a person to decide, on this page
 * @param denied the best of those that are denied, with their way out; on the first page only
 * @param total how many open matches there are on all pages
 * @param degraded whether search was away: a plain list, the newest first, in which words did not count and no score is told
 * @param adjusted the change under which this was ranked; null for the need as it is
 */
public record SearchResult(
        List<MatchCard> open,
        List<MatchCard> denied,
        List<Facet> facets,
        long total,
        boolean degraded,
        @Nullable NearMiss adjusted) {}
