package dari.savedsearches;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.discovery.Discovery;
import dari.discovery.MatchCard;
import dari.discovery.SearchQuery;
import dari.kernel.BackgroundWork;
import dari.kernel.EachAlone;
import dari.kernel.SecretToken;
import dari.needs.NeedStatus;
import dari.needs.NeedView;
import dari.needs.Needs;
import dari.notifications.Addressee;
import dari.notifications.Mail;
import dari.notifications.Notice;
import dari.notifications.Notifications;
import dari.notifications.Postbox;
import dari.offers.OfferView;
import dari.organizations.Organizations;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** Looks at the searches that are due and tells their owners, in one letter each, what they newly find. */
@Service
@BackgroundWork
public class SearchAlerts {

    /** Searches looked at in one run; the rest have their turn in the next. */
    private static final int BATCH = 200;

    /** Offers named in a letter; the list behind its link has them all. */
    private static final int NAMED = 10;

    private static final String ACTOR = "search-alerts";

    private final SavedSearchRepository searches;
    private final ToldOffers told;
    private final StopLinks stopLinks;
    private final Discovery discovery;
    private final Needs needs;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Notifications notifications;
    private final Postbox postbox;
    private final History history;
    private final EachAlone each;
    private final ZoneId seoul;
    private final String baseUrl;

    SearchAlerts(
            SavedSearchRepository searches,
            ToldOffers told,
            StopLinks stopLinks,
            Discovery discovery,
            Needs needs,
            Organizations organizations,
            Accounts accounts,
            Notifications notifications,
            Postbox postbox,
            History history,
            EachAlone each,
            ZoneId seoul,
            @Value("${dari.base-url}") String baseUrl) {
        this.searches = searches;
        this.told = told;
        this.stopLinks = stopLinks;
        this.discovery = discovery;
        this.needs = needs;
        this.organizations = organizations;
        this.accounts = accounts;
        this.notifications = notifications;
        this.postbox = postbox;
        this.history = history;
        this.each = each;
        this.seoul = seoul;
        this.baseUrl = baseUrl;
    }

    /** Looks at everything that is due by a moment, each search in a transaction of its own. */
    public void tell(Instant now) {
        List<SavedSearchId> due = searches.findByLookAtLessThanEqualOrderByLookAtAscIdAsc(now, Limit.of(BATCH)).stream()
                .map(SavedSearch::id)
                .toList();
        each.work(due, id -> look(id, now));
    }

    private void look(SavedSearchId id, Instant now) {
        SavedSearch search = searches.findById(id)
                .filter(found -> found.lookAt() != null && !found.lookAt().isAfter(now))
                .orElse(null);
        if (search == null) {
            return; // deleted, changed or looked at meanwhile
        }
        Optional<Addressee> owner = owner(search);
        if (owner.isEmpty()) {
            search.stop();
            history.recordBySystem(ACTOR, HistoryEntry.of("search.stopped", "search", id.value()));
            return;
        }
        Optional<NeedView> need =
                needs.of(search.startup(), search.need()).filter(found -> found.status() != NeedStatus.WITHDRAWN);
        SearchQuery query = SavedSearches.query(search);
        Optional<List<MatchCard>> found = need.isEmpty() ? Optional.of(List.of()) : discovery.open(need.get(), query);
        if (found.isEmpty()) {
            return; // search is away: the search stays due
        }
        List<OfferView> fresh =
                told.fresh(id, found.get().stream().map(MatchCard::offer).toList());
        search.looked(now, seoul);
        if (!fresh.isEmpty()) {
            told.remember(id, fresh);
            search.alerted(now);
            write(search, owner.get(), query, fresh, now);
            history.recordBySystem(
                    ACTOR,
                    HistoryEntry.of("search.alerted", "search", id.value()).with("offers", fresh.size()));
        }
    }

    /** The person who saved it, while still with the startup. */
    private Optional<Addressee> owner(SavedSearch search) {
        boolean belongs = organizations.membershipsOf(search.account()).stream()
                .anyMatch(membership -> membership.organization().id().equals(search.startup()));
        return belongs ? accounts.addressees(List.of(search.account())).stream().findFirst() : Optional.empty();
    }

    private void write(SavedSearch search, Addressee owner, SearchQuery query, List<OfferView> fresh, Instant now) {
        Locale locale = Locale.forLanguageTag(owner.language());
        SecretToken stop = stopLinks.fresh(search.id(), now);
        String list = fresh.stream()
                .limit(NAMED)
                .map(offer ->
                        offer.content().title(locale) + ", " + offer.hospital().name(locale) + "\n" + baseUrl
                                + "/startup/offers/" + offer.id().value() + "?need="
                                + search.need().value())
                .collect(Collectors.joining("\n\n"));
        String count = Integer.toString(fresh.size());
        postbox.post(Mail.of(
                owner.email(),
                owner.language(),
                "savedsearches.mail",
                baseUrl + "/alerts/stop?token=" + stop.text(),
                search.name(),
                count,
                list,
                baseUrl + SavedSearches.urlOf(search.need(), query)));
        notifications.tellInPlace(
                owner, Notice.of("savedsearches.notice", SavedSearches.foundPath(search.id()), search.name(), count));
    }
}
