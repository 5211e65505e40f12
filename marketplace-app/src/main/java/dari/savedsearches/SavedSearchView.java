package dari.savedsearches;

import dari.discovery.SearchQuery;
import dari.needs.NeedView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saved search as its owner sees it.
 *
 * @param conditions what it asks for beside the need, in words
 * @param lookAt when it is looked at next; null for never
 * @param alertedAt when it last told something; null when it never did
 */
public record SavedSearchView(
        SavedSearchId id,
        String name,
        NeedView need,
        SearchQuery query,
        List<String> conditions,
        Alert alert,
        @Nullable Instant lookAt,
        @Nullable Instant alertedAt) {

    /** Address of what it finds now. */
    public String getUrl() {
        return SavedSearches.urlOf(need.id(), query);
    }
}
