package dari.api;

import dari.api.door.Scoped;
import dari.discovery.SearchQuery;
import dari.needs.NeedId;
import dari.savedsearches.Alert;
import dari.savedsearches.SavedSearchForm;
import dari.savedsearches.SavedSearchId;
import dari.savedsearches.SavedSearchView;
import dari.savedsearches.SavedSearches;
import dari.tokens.Scope;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The person's saved searches. */
@RestController
@RequestMapping("/api/v1/saved-searches")
class SavedSearchApi {

    private final SavedSearches searches;
    private final FormRules rules;
    private final Versions versions;

    SavedSearchApi(SavedSearches searches, FormRules rules, Versions versions) {
        this.searches = searches;
        this.rules = rules;
        this.versions = versions;
    }

    /**
     * A search to keep.
     *
     * @param query what is asked for beside the need: the parameters of the list of matches, e.g. {@code "region"}
     * @param alert AT_ONCE, DAILY or NONE
     */
    record NewSearch(UUID need, String name, @Nullable Map<String, List<String>> query, Alert alert) {}

    /** What of a search can be changed. */
    record ChangedSearch(String name, Alert alert) {}

    /**
     * A saved search.
     *
     * @param conditions what it asks for beside the need, in words
     */
    record SearchAnswer(UUID id, UUID need, String name, List<String> conditions, Alert alert) {}

    @Scoped(Scope.SEARCHES_READ)
    @GetMapping
    ResponseEntity<Listing<SearchAnswer>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            Locale locale) {
        return Paging.newestFirst(
                searches.mine(locale), search -> search.id().value(), SavedSearchApi::answer, cursor, limit);
    }

    @Scoped(Scope.SEARCHES_WRITE)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<SearchAnswer> save(@RequestBody NewSearch body, Locale locale) {
        SavedSearchForm form = rules.check(new SavedSearchForm(body.name(), body.alert()));
        Asked asked = new Asked();
        if (body.query() != null) {
            body.query().forEach(asked::with);
        }
        SavedSearchId id =
                searches.save(new NeedId(body.need()), SearchQuery.of(asked.parameters()), form.name(), form.alert());
        return versions.created(id.value(), answer(searches.mine(id, locale)));
    }

    @Scoped(Scope.SEARCHES_READ)
    @GetMapping("/{search}")
    ResponseEntity<SearchAnswer> show(@PathVariable UUID search, Locale locale) {
        return versions.ok(answer(searches.mine(new SavedSearchId(search), locale)));
    }

    @Scoped(Scope.SEARCHES_WRITE)
    @PutMapping("/{search}")
    ResponseEntity<SearchAnswer> change(
            @PathVariable UUID search,
            @RequestBody ChangedSearch body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Locale locale) {
        SavedSearchId id = new SavedSearchId(search);
        searches.mine(id, locale);
        SavedSearchForm form = rules.check(new SavedSearchForm(body.name(), body.alert()));
        return versions.replace(
                seen, () -> answer(searches.mine(id, locale)), () -> searches.change(id, form.name(), form.alert()));
    }

    @Scoped(Scope.SEARCHES_WRITE)
    @ApiResponse(responseCode = "204")
    @DeleteMapping("/{search}")
    ResponseEntity<Void> delete(@PathVariable UUID search) {
        searches.delete(new SavedSearchId(search));
        return ResponseEntity.noContent().build();
    }

    private static SearchAnswer answer(SavedSearchView search) {
        return new SearchAnswer(
                search.id().value(), search.need().id().value(), search.name(), search.conditions(), search.alert());
    }
}
