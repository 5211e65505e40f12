package dari.savedsearches;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.discovery.Discovery;
import dari.discovery.MatchCard;
import dari.discovery.SearchQuery;
import dari.kernel.Actor;
import dari.kernel.Anyone;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecretToken;
import dari.kernel.StartupMember;
import dari.matching.json.MatchingJson;
import dari.needs.NeedId;
import dari.needs.NeedView;
import dari.needs.Needs;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a person's searches: only the person who saved one sees it. */
@Service
@Transactional
public class SavedSearches {

    static final int MOST = 30;

    private final SavedSearchRepository searches;
    private final ToldOffers told;
    private final StopLinks stopLinks;
    private final Discovery discovery;
    private final Needs needs;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    SavedSearches(
            SavedSearchRepository searches,
            ToldOffers told,
            StopLinks stopLinks,
            Discovery discovery,
            Needs needs,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.searches = searches;
        this.told = told;
        this.stopLinks = stopLinks;
        this.discovery = discovery;
        this.needs = needs;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * Saves a search. What it finds now is seen, so only what comes later is told.
     *
     * @throws RuleBrokenException when the person has too many already
     */
    @StartupMember
    public SavedSearchId save(NeedId needId, SearchQuery query, String name, Alert alert) {
        NeedView need = needs.mine(needId);
        Actor actor = currentActor.get();
        if (searches.countByAccountAndStartup(actor.user(), actor.organization()) >= MOST) {
            throw new RuleBrokenException("savedsearches.rule.many", MOST);
        }
        SavedSearchId id = new SavedSearchId(ids.next());
        searches.save(new SavedSearch(
                id,
                actor,
                needId,
                name.strip(),
                MatchingJson.mapper().writeValueAsString(query),
                alert,
                clock.instant(),
                seoul));
        searches.flush();
        told.remember(
                id,
                discovery.openOrNewest(need, query).stream()
                        .map(MatchCard::offer)
                        .toList());
        record("search.saved", id, alert);
        return id;
    }

    /** Gives a search another name, or another choice of how soon it tells. */
    @StartupMember
    public void change(SavedSearchId id, String name, Alert alert) {
        own(id).change(name.strip(), alert, clock.instant(), seoul);
        record("search.changed", id, alert);
    }

    @StartupMember
    public void delete(SavedSearchId id) {
        SavedSearch search = own(id);
        record("search.deleted", id, search.alert());
        searches.delete(search);
    }

    @StartupMember
    @Transactional(readOnly = true)
    public List<SavedSearchView> mine(Locale locale) {
        Actor actor = currentActor.get();
        return searches.findByAccountAndStartupOrderByIdDesc(actor.user(), actor.organization()).stream()
                .flatMap(search -> view(search, locale))
                .toList();
    }

    @StartupMember
    @Transactional(readOnly = true)
    public SavedSearchView mine(SavedSearchId id, Locale locale) {
        return view(own(id), locale).findFirst().orElseThrow(() -> new NotFoundException("search"));
    }

    /** What a search would ask for, in words, before it is saved. */
    @StartupMember
    public List<String> describe(SearchQuery query, Locale locale) {
        return discovery.describe(query, locale);
    }

    /**
     * Whose letters a link stops: the name of the search, which stands in the letter with the link.
     *
     * @throws NotFoundException when the link is unknown, or the search is gone
     */
    @Anyone
    @Transactional(readOnly = true)
    public String nameFor(SecretToken link) {
        return linked(link).name();
    }

    /** Stops the letters of a search by the link in one of them. Used twice, it does no harm. */
    @Anyone
    public void stop(SecretToken link) {
        SavedSearch search = linked(link);
        if (search.alert() != Alert.NONE) {
            search.stop();
            record("search.stopped", search.id(), Alert.NONE);
        }
    }

    private SavedSearch linked(SecretToken link) {
        return stopLinks.find(link).flatMap(searches::findById).orElseThrow(() -> new NotFoundException("search"));
    }

    private SavedSearch own(SavedSearchId id) {
        Actor actor = currentActor.get();
        return searches.findByIdAndAccountAndStartup(id, actor.user(), actor.organization())
                .orElseThrow(() -> new NotFoundException("search"));
    }

    private Stream<SavedSearchView> view(SavedSearch search, Locale locale) {
        SearchQuery query = query(search);
        return needs.of(search.startup(), search.need()).stream()
                .map(need -> new SavedSearchView(
                        search.id(),
                        search.name(),
                        need,
                        query,
                        discovery.describe(query, locale),
                        search.alert(),
                        search.lookAt(),
                        search.alertedAt()));
    }

    private void record(String action, SavedSearchId id, Alert alert) {
        history.record(HistoryEntry.of(action, "search", id.value()).with("alert", alert));
    }

    static SearchQuery query(SavedSearch search) {
        return MatchingJson.mapper().readValue(search.query(), SearchQuery.class);
    }

    /** Leads to what the search finds; an address of few signs, however many conditions it has. */
    static String foundPath(SavedSearchId id) {
        return "/startup/searches/" + id.value() + "/found";
    }

    static String urlOf(NeedId need, SearchQuery query) {
        return query.at(
                "/startup/search",
                new SearchQuery.Parameter("need", need.value().toString()));
    }
}
