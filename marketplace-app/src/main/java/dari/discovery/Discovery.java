package dari.discovery;

import dari.kernel.NotFoundException;
import dari.kernel.StartupMember;
import dari.matching.Match;
import dari.matching.Matcher;
import dari.matching.NearMiss;
import dari.matching.Need;
import dari.matching.OfferIndex.Candidate;
import dari.matching.Side;
import dari.matching.Standing;
import dari.matching.exposure.FairOrder;
import dari.needs.NeedId;
import dari.needs.NeedStatus;
import dari.needs.NeedView;
import dari.needs.Needs;
import dari.offers.OfferFilter;
import dari.offers.OfferId;
import dari.offers.OfferSearch;
import dari.offers.OfferStatus;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.offers.PlainOffers;
import dari.workspace.Words;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Ranks the public offers for a startup's own need, and explains any pair. */
@Service
public class Discovery {

    private static final int CANDIDATES = 500;
    private static final int MOST_DENIED = 20;

    private final Needs needs;
    private final Offers offers;
    private final PlainOffers plainOffers;
    private final OfferSearch search;
    private final Matcher matcher;
    private final Listings listings;
    private final Words words;

    Discovery(
            Needs needs,
            Offers offers,
            PlainOffers plainOffers,
            OfferSearch search,
            Matcher matcher,
            Listings listings,
            Words words) {
        this.needs = needs;
        this.offers = offers;
        this.plainOffers = plainOffers;
        this.search = search;
        this.matcher = matcher;
        this.listings = listings;
        this.words = words;
    }

    /**
     * @param further words to look for, may be empty
     * @param adjustFor rank as if the near miss of this offer had been accepted; null for the need as it is
     */
    @StartupMember
    SearchResult search(
            NeedId id,
            String further,
            Filters filters,
            boolean newestFirst,
            @Nullable OfferId adjustFor,
            int page,
            int size,
            Locale locale) {
        Need need = matchingNeed(id);
        NearMiss adjusted = adjustFor == null
                ? null
                : matcher.explain(need, OfferSearch.document(offers.published(adjustFor)), 0)
                        .nearMissOf(Side.STARTUP)
                        .orElse(null);
        Need ranked = adjusted == null ? need : adjusted.need();
        Optional<List<Candidate>> found = find(ranked, further);
        boolean away = found.isEmpty();
        boolean byDate = newestFirst || away; // without words a score would mislead
        List<MatchCard> cards = ranking(ranked, found.orElseGet(() -> plain(filters.onOffers())));
        List<Match> all = cards.stream().map(MatchCard::match).toList();
        Stream<MatchCard> let = cards.stream().filter(card -> filters.lets(card.match()));
        List<MatchCard> kept = byDate
                ? let.sorted(Comparator.comparing(
                                        (MatchCard card) -> card.offer().changedAt())
                                .reversed())
                        .toList()
                : fair(let.toList());
        List<MatchCard> open =
                kept.stream().filter(card -> !card.getVerdict().equals("DENY")).toList();
        List<MatchCard> denied = kept.stream()
                .filter(card -> card.getVerdict().equals("DENY"))
                .limit(MOST_DENIED)
                .toList();
        List<MatchCard> shown =
                open.stream().skip((long) page * size).limit(size).toList();
        if (page == 0 && !byDate) {
            listings.count(shown);
        }
        return new SearchResult(
                explained(shown, all),
                explained(denied, all),
                facets(cards, filters, locale),
                open.size(),
                away,
                adjusted);
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
    WhyNot why(NeedId id, OfferId offer, int shown) {
        OfferView view = offers.published(offer);
        Need need = matchingNeed(id);
        List<Match> ranking = fair(ranking(need, find(need, "").orElseGet(() -> plain(OfferFilter.NONE)))).stream()
                .map(MatchCard::match)
                .toList();
        Standing standing = matcher.whyNot(need, OfferSearch.document(view), ranking, shown);
        return new WhyNot(new MatchCard(view, standing.match()), standing);
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
        return search.search(need.text() + "\n" + further, need.codes(), CANDIDATES);
    }

    /** The newest public offers straight from the database, for when search is away. */
    private List<Candidate> plain(OfferFilter filter) {
        return plainOffers.newest(filter, CANDIDATES).stream()
                .map(offer -> new Candidate(OfferSearch.document(offer), 0))
                .toList();
    }

    /** The public offers among the candidates, the best first. */
    private List<MatchCard> ranking(Need need, List<Candidate> candidates) {
        List<Match> ranking = matcher.rank(need, candidates);
        Map<String, OfferView> views = published(ranking);
        return ranking.stream()
                .flatMap(match ->
                        Optional.ofNullable(views.get(match.offer().id()))
                                .map(view -> new MatchCard(view, match))
                                .stream())
                .toList();
    }

    /** The first page in an order in which hospitals that were listed less stand a little higher. */
    private List<MatchCard> fair(List<MatchCard> cards) {
        Map<String, MatchCard> byOffer = cards.stream()
                .collect(Collectors.toMap(card -> card.match().offer().id(), Function.identity()));
        return FairOrder.USUAL.of(cards.stream().map(MatchCard::match).toList(), listings.untilYesterday()).stream()
                .map(match -> Objects.requireNonNull(byOffer.get(match.offer().id())))
                .toList();
    }

    /** The cards that are read, with their near misses and what those open. */
    private List<MatchCard> explained(List<MatchCard> shown, List<Match> ranking) {
        List<Match> matches =
                matcher.explain(shown.stream().map(MatchCard::match).toList(), ranking, Side.STARTUP);
        return IntStream.range(0, shown.size())
                .mapToObj(i -> new MatchCard(shown.get(i).offer(), matches.get(i)))
                .toList();
    }

    private Need matchingNeed(NeedId id) {
        NeedView need = needs.mine(id);
        return need.content().forMatching(id.value().toString(), needs.myProfile());
    }

    /** A need to look with when none is named: the newest that was published, else the newest. */
    @StartupMember
    public Optional<NeedView> usualNeed() {
        List<NeedView> mine = needs.mine();
        return mine.stream()
                .filter(need -> need.status() == NeedStatus.PUBLISHED)
                .findFirst()
                .or(() -> mine.stream().findFirst());
    }

    /** The startup's own need by id. */
    @StartupMember
    public NeedView need(NeedId id) {
        return needs.mine().stream()
                .filter(need -> need.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("need"));
    }

    private Map<String, OfferView> published(List<Match> matches) {
        List<OfferId> wanted = matches.stream()
                .map(match -> new OfferId(UUID.fromString(match.offer().id())))
                .toList();
        return offers.find(wanted).stream()
                .filter(offer -> offer.status() == OfferStatus.PUBLISHED)
                .collect(Collectors.toMap(offer -> offer.id().value().toString(), Function.identity()));
    }

    private List<Facet> facets(List<MatchCard> cards, Filters filters, Locale locale) {
        return List.of(
                new Facet(
                        "verdict",
                        "discovery.facet.verdict",
                        words.options("ui.verdict", List.of("permit", "ask", "deny"), locale).stream()
                                .map(option -> new Facet.Choice(
                                        option.value(),
                                        option.label(),
                                        count(cards, card -> List.of(Filters.verdictOf(card.match())), option.value()),
                                        filters.verdict().contains(option.value())))
                                .toList()),
                facet("kind", cards, card -> List.of(card.offer().content().kind()), filters.kind(), locale),
                facet(
                        "environment",
                        cards,
                        card -> card.offer().content().environments(),
                        filters.environment(),
                        locale),
                facet(
                        "region",
                        cards,
                        card -> Optional.ofNullable(card.offer().content().region()).stream()
                                .toList(),
                        filters.region(),
                        locale),
                facet("format", cards, card -> card.offer().content().formats(), filters.format(), locale));
    }

    private Facet facet(
            String name,
            List<MatchCard> cards,
            Function<MatchCard, List<String>> values,
            List<String> chosen,
            Locale locale) {
        List<Facet.Choice> choices = cards.stream()
                .map(values)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .map(value -> new Facet.Choice(
                        value, words.label(value, locale), count(cards, values, value), chosen.contains(value)))
                .toList();
        return new Facet(name, "discovery.facet." + name, choices);
    }

    private static long count(List<MatchCard> cards, Function<MatchCard, List<String>> values, String value) {
        return cards.stream().filter(card -> values.apply(card).contains(value)).count();
    }
}
