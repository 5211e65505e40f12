package dari.discovery;

import dari.kernel.BackgroundWork;
import dari.kernel.StartupMember;
import dari.matching.Match;
import dari.matching.Matcher;
import dari.matching.NearMiss;
import dari.matching.Need;
import dari.matching.OfferIndex.Candidate;
import dari.matching.Side;
import dari.matching.Standing;
import dari.matching.exposure.FairOrder;
import dari.matching.permission.Decision;
import dari.needs.NeedId;
import dari.needs.NeedView;
import dari.needs.Needs;
import dari.needs.StartupProfile;
import dari.offers.OfferFilter;
import dari.offers.OfferId;
import dari.offers.OfferSearch;
import dari.offers.OfferStatus;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.offers.PlainOffers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Ranks the public offers for a startup's own need, and explains any pair. */
@Service
public class Discovery {

    private static final int MOST_DENIED = 10;

    private final Needs needs;
    private final Offers offers;
    private final PlainOffers plainOffers;
    private final OfferSearch search;
    private final Matcher matcher;
    private final Listings listings;
    private final Facets facets;

    Discovery(
            Needs needs,
            Offers offers,
            PlainOffers plainOffers,
            OfferSearch search,
            Matcher matcher,
            Listings listings,
            Facets facets) {
        this.needs = needs;
        this.offers = offers;
        this.plainOffers = plainOffers;
        this.search = search;
        this.matcher = matcher;
        this.listings = listings;
        this.facets = facets;
    }

    /** @param adjustFor rank as if the near miss of this offer had been accepted; null for the need as it is */
    @StartupMember
    public SearchResult search(
            NeedId id, SearchQuery query, @Nullable OfferId adjustFor, int page, int size, Locale locale) {
        Need need = matchingNeed(id);
        Filters filters = query.filters();
        NearMiss adjusted = adjustFor == null
                ? null
                : matcher.explain(need, OfferSearch.document(offers.published(adjustFor)), 0)
                        .nearMissOf(Side.STARTUP)
                        .orElse(null);
        Need ranked = adjusted == null ? need : adjusted.need();
        Optional<List<Candidate>> found = find(ranked, query.words());
        boolean away = found.isEmpty();
        List<Match> ranking = matcher.rank(ranked, found.orElseGet(() -> plain(facets.onOffers(filters))));
        Map<OfferId, Instant> since =
                offers.publishedAmong(ranking.stream().map(Discovery::offerOf).toList());
        List<Match> all = ranking.stream()
                .filter(match -> since.containsKey(offerOf(match)))
                .toList();
        // without words a score would mislead
        SortOrder sort = away && query.sort() == SortOrder.FIT ? SortOrder.NEW : query.sort();
        List<Match> kept =
                sorted(all.stream().filter(match -> facets.lets(filters, match)).toList(), sort, since);
        List<Match> open = kept.stream().filter(match -> !isDenied(match)).toList();
        List<Match> denied = page > 0
                ? List.of()
                : kept.stream().filter(Discovery::isDenied).limit(MOST_DENIED).toList();
        List<MatchCard> shown =
                explained(open.stream().skip((long) page * size).limit(size).toList(), all);
        if (page == 0 && sort == SortOrder.FIT) {
            listings.count(shown);
        }
        return new SearchResult(
                shown, explained(denied, all), facets.of(all, filters, locale), open.size(), away, adjusted);
    }

    private List<Match> sorted(List<Match> matches, SortOrder sort, Map<OfferId, Instant> since) {
        return switch (sort) {
            case FIT -> fair(matches);
            case NEW ->
                matches.stream()
                        .sorted(Comparator.comparing((Match match) -> Objects.requireNonNull(since.get(offerOf(match))))
                                .reversed())
                        .toList();
            // who answers in the same time stays in the order of fit
            case ANSWER ->
                cards(matches).stream()
                        .sorted(Comparator.comparingInt(
                                card -> card.offer().content().answerDays()))
                        .map(MatchCard::match)
                        .toList();
        };
    }

    /** Why this offer fits the need or not, also when no search would find it. */
    @StartupMember
    public MatchCard explain(NeedId need, OfferId offer) {
        return why(need, offer, 1).card();
    }

    /**
     * The same, and where the offer stands in the list of the need, or why it is not there.
     *
     * @param shown how many offers the first page of the list shows
     */
    @StartupMember
    public WhyNot why(NeedId id, OfferId offer, int shown) {
        OfferView view = offers.published(offer);
        Need need = matchingNeed(id);
        List<Match> ranking =
                fair(published(matcher.rank(need, find(need, "").orElseGet(() -> plain(OfferFilter.NONE)))));
        Standing standing = matcher.whyNot(need, OfferSearch.document(view), ranking, shown);
        return new WhyNot(new MatchCard(view, standing.match()), standing);
    }

    /** Some offers side by side, with the scores that the list of the same words gives them. */
    @StartupMember
    Comparison compare(NeedId id, String further, List<OfferId> wanted) {
        Need need = matchingNeed(id);
        List<OfferId> chosen = wanted.stream().distinct().limit(Comparison.MOST).toList();
        Map<OfferId, OfferView> views = offers.find(chosen).stream()
                .filter(view -> view.status() == OfferStatus.PUBLISHED)
                .collect(Collectors.toMap(OfferView::id, Function.identity()));
        Map<String, Double> relevance = find(need, further).orElse(List.of()).stream()
                .collect(Collectors.toMap(candidate -> candidate.offer().id(), Candidate::relevance, Math::max));
        List<MatchCard> cards = chosen.stream()
                .map(views::get)
                .filter(Objects::nonNull)
                .map(view -> new MatchCard(
                        view,
                        matcher.explain(
                                need,
                                OfferSearch.document(view),
                                relevance.getOrDefault(view.id().value().toString(), 0.0))))
                .toList();
        return new Comparison(
                cards,
                chosen.size() - cards.size(),
                (int) wanted.stream().distinct().count() - chosen.size());
    }

    /**
     * What a search lets through now, the best first: permitted or for a person to decide, and compared with the offers as
     * they are, not as an index remembers them.
     *
     * @return empty when search is away: without it nobody can say what matches
     */
    @BackgroundWork
    public Optional<List<MatchCard>> open(NeedView need, SearchQuery query) {
        Need wanted = matching(need, needs.profileOf(need.startup()));
        return find(wanted, query.words()).map(candidates -> open(wanted, query, candidates));
    }

    /** The same, from the newest offers when search is away: what a person who looks now gets to see. */
    @BackgroundWork
    public List<MatchCard> openOrNewest(NeedView need, SearchQuery query) {
        return open(need, query)
                .orElseGet(() -> open(
                        matching(need, needs.profileOf(need.startup())),
                        query,
                        plain(facets.onOffers(query.filters()))));
    }

    private List<MatchCard> open(Need need, SearchQuery query, List<Candidate> candidates) {
        return ranking(need, candidates).stream()
                .map(card -> new MatchCard(
                        card.offer(),
                        matcher.rank(
                                        need,
                                        List.of(new Candidate(
                                                OfferSearch.document(card.offer()),
                                                card.match().relevance())))
                                .get(0)))
                .filter(card -> !card.getVerdict().equals("DENY") && facets.lets(query.filters(), card.match()))
                .toList();
    }

    /** What a search asks for beside its need, condition by condition. */
    @BackgroundWork
    public List<String> describe(SearchQuery query, Locale locale) {
        return facets.describe(query, locale);
    }

    /** An offer that was public and whose hospital paused it; empty for every other, whatever became of it. */
    @StartupMember
    Optional<OfferView> paused(OfferId offer) {
        return offers.find(List.of(offer)).stream()
                .filter(view -> view.status() == OfferStatus.PAUSED)
                .findFirst();
    }

    /** Candidates by words and codes; empty when search is away. */
    private Optional<List<Candidate>> find(Need need, String further) {
        return search.search(need.text() + "\n" + further, need.codes(), OfferSearch.CANDIDATES);
    }

    /** The newest public offers straight from the database, for when search is away. */
    private List<Candidate> plain(OfferFilter filter) {
        return plainOffers.newest(filter, OfferSearch.CANDIDATES).stream()
                .map(offer -> new Candidate(OfferSearch.document(offer), 0))
                .toList();
    }

    /** The public offers among the candidates, the best first. */
    private List<MatchCard> ranking(Need need, List<Candidate> candidates) {
        return cards(matcher.rank(need, candidates));
    }

    /** In an order in which hospitals that were listed less stand a little higher on the first page. */
    private List<Match> fair(List<Match> matches) {
        return FairOrder.USUAL.of(matches, listings.untilYesterday());
    }

    /** The matches that are read, with their near misses and what those open. */
    private List<MatchCard> explained(List<Match> shown, List<Match> ranking) {
        return cards(matcher.explain(shown, ranking, Side.STARTUP));
    }

    private Need matchingNeed(NeedId id) {
        return matching(needs.mine(id), needs.myProfile());
    }

    private static Need matching(NeedView need, StartupProfile profile) {
        return need.content().forMatching(need.id().value().toString(), profile);
    }

    /** A need to look with when none is named: the newest that was published, else the newest. */
    @StartupMember
    public Optional<NeedView> usualNeed() {
        return needs.usual();
    }

    /** The startup's own need by id. */
    @StartupMember
    public NeedView need(NeedId id) {
        return needs.mine(id);
    }

    /** With the offers as they are; those that are not public are left out. */
    private List<MatchCard> cards(List<Match> matches) {
        Map<OfferId, OfferView> views = offers
                .find(matches.stream().map(Discovery::offerOf).toList())
                .stream()
                .filter(offer -> offer.status() == OfferStatus.PUBLISHED)
                .collect(Collectors.toMap(OfferView::id, Function.identity()));
        return matches.stream()
                .flatMap(match ->
                        Optional.ofNullable(views.get(offerOf(match))).map(view -> new MatchCard(view, match)).stream())
                .toList();
    }

    private List<Match> published(List<Match> matches) {
        Map<OfferId, Instant> since =
                offers.publishedAmong(matches.stream().map(Discovery::offerOf).toList());
        return matches.stream()
                .filter(match -> since.containsKey(offerOf(match)))
                .toList();
    }

    private static OfferId offerOf(Match match) {
        return new OfferId(UUID.fromString(match.offer().id()));
    }

    private static boolean isDenied(Match match) {
        return match.permission().decision() == Decision.DENY;
    }
}
