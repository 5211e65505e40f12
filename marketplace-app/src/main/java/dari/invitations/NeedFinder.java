package dari.invitations;

import dari.discovery.MatchCard;
import dari.introductions.IntroductionView;
import dari.introductions.Introductions;
import dari.invitations.NeedQuery.Contact;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.OrganizationId;
import dari.matching.Match;
import dari.matching.Matcher;
import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.Side;
import dari.matching.vocabulary.Vocabulary;
import dari.needs.NeedId;
import dari.needs.NeedView;
import dari.needs.Needs;
import dari.needs.StartupProfile;
import dari.needs.VisibleNeeds;
import dari.offers.OfferId;
import dari.offers.OfferSearch;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ranks what startups show a hospital of their needs, for one of the hospital's own offers. */
@Service
@Transactional(readOnly = true)
public class NeedFinder {

    /** How many of the newest needs are compared with the offer one by one. */
    private static final int CANDIDATES = 500;

    /** How many are listed: the index is asked about the words of each. */
    static final int LISTED = 50;

    /** How many offers are there to choose from; each of the others has a link on its own list. */
    static final int MOST_OFFERS = 100;

    private final VisibleNeeds visible;
    private final Needs needs;
    private final Offers offers;
    private final OfferSearch search;
    private final Matcher matcher;
    private final Vocabulary vocabulary;
    private final Organizations organizations;
    private final Introductions introductions;
    private final HospitalInvitationRepository invitations;
    private final CurrentActor currentActor;

    NeedFinder(
            VisibleNeeds visible,
            Needs needs,
            Offers offers,
            OfferSearch search,
            Matcher matcher,
            Vocabulary vocabulary,
            Organizations organizations,
            Introductions introductions,
            HospitalInvitationRepository invitations,
            CurrentActor currentActor) {
        this.visible = visible;
        this.needs = needs;
        this.offers = offers;
        this.search = search;
        this.matcher = matcher;
        this.vocabulary = vocabulary;
        this.organizations = organizations;
        this.introductions = introductions;
        this.invitations = invitations;
        this.currentActor = currentActor;
    }

    /**
     * The newest of the hospital's public offers: only they can be what a startup is invited to.
     *
     * @param wanted one that stands there even when it is older; null for none
     */
    @HospitalMember
    public List<OfferView> offersToInviteWith(@Nullable UUID wanted) {
        return offers.minePublished(MOST_OFFERS, wanted);
    }

    @HospitalMember
    public NeedSearchResult search(OfferId id, NeedQuery query, int page, int size) {
        OfferView offer = offers.mine(id);
        List<String> diseases = diseasesWithin(query.diseases());
        if (diseases.isEmpty() && !query.diseases().isEmpty()) {
            return new NeedSearchResult(List.of(), 0, 0, Map.of(), Map.of(), false);
        }
        List<NeedView> found = visible.newest(query.modalities(), diseases, CANDIDATES);
        Pairs pairs = new Pairs(offer, found);
        List<Match> atBest = matcher.atBest(
                pairs.document, found.stream().map(pairs::matching).toList());
        List<Match> let = atBest.stream()
                .filter(match -> pairs.hasVerdict(match, query.verdicts()) && pairs.hasContact(match, query.contacts()))
                .toList();
        Words words = new Words(offer);
        List<Match> ranked = matcher.firstNeeds(let, LISTED, words);
        List<Match> listed = words.away ? let.stream().limit(LISTED).toList() : ranked;
        List<Match> shown = listed.stream().skip((long) page * size).limit(size).toList();
        List<Match> explained = matcher.explain(shown, listed, Side.HOSPITAL);
        long fitting = found.size() < CANDIDATES || let.size() < atBest.size()
                ? let.size()
                : visible.count(query.modalities(), diseases);
        return new NeedSearchResult(
                pairs.cards(explained),
                listed.size(),
                fitting,
                counts(atBest.stream().filter(match -> pairs.hasContact(match, query.contacts())), pairs::verdict),
                counts(atBest.stream().filter(match -> pairs.hasVerdict(match, query.verdicts())), pairs::contact),
                words.away);
    }

    /**
     * One need beside one of the hospital's offers, with the score that the startup sees for the pair.
     *
     * @throws dari.kernel.NotFoundException when the hospital may not see the need, or the offer is another's
     */
    @HospitalMember
    public NeedCard explain(NeedId id, OfferId offerId) {
        NeedView need = visible.show(id);
        OfferView offer = offers.mine(offerId);
        Pairs pairs = new Pairs(offer, List.of(need));
        Need wanted = pairs.matching(need);
        Match match = matcher.explain(
                wanted, pairs.document, search.relevance(wanted, offer).orElse(0.0));
        return pairs.cards(List.of(match)).get(0);
    }

    /** The need of an interest, as it was when it was declared, beside the offer as it is now. */
    @HospitalMember
    public MatchCard explain(IntroductionView interest, StartupProfile profile) {
        OfferView offer = offers.mine(interest.offer());
        Need wanted = interest.needContent().forMatching(interest.need().value().toString(), profile);
        return new MatchCard(
                offer,
                matcher.explain(
                        wanted,
                        OfferSearch.document(offer),
                        search.relevance(wanted, offer).orElse(0.0)));
    }

    /** The kinds of data that visible needs ask for. */
    @HospitalMember
    public List<String> modalities() {
        return visible.modalities().stream().sorted().toList();
    }

    /** The broadest diseases that visible needs ask for. */
    @HospitalMember
    public List<String> diseaseGroups() {
        return visible.diseases().stream()
                .flatMap(disease -> vocabulary.broadest(disease).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> diseasesWithin(Collection<String> groups) {
        return groups.isEmpty()
                ? List.of()
                : visible.diseases().stream()
                        .filter(disease -> vocabulary.broadest(disease).stream().anyMatch(groups::contains))
                        .toList();
    }

    private static <T> Map<T, Long> counts(Stream<Match> matches, Function<Match, T> by) {
        return matches.collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private Map<NeedId, Contact> contacts(OrganizationId hospital, List<NeedView> found) {
        Map<NeedId, Contact> contacts = new HashMap<>();
        List<NeedId> ids = found.stream().map(NeedView::id).toList();
        if (!ids.isEmpty()) {
            for (HospitalInvitation invitation : invitations.findByHospitalAndNeedIn(hospital, ids)) {
                if (invitation.status() == InvitationStatus.OPEN) {
                    contacts.put(invitation.need(), Contact.INVITED);
                } else if (invitation.status() == InvitationStatus.DECLINED) {
                    contacts.putIfAbsent(invitation.need(), Contact.DECLINED);
                }
            }
        }
        introductions.needsBefore(hospital).forEach(need -> contacts.put(need, Contact.INTRODUCED));
        return contacts;
    }

    /** Asks the index how well words fit, and remembers when it did not answer. */
    private final class Words implements ToDoubleFunction<Need> {

        private final OfferView offer;
        private boolean away;

        private Words(OfferView offer) {
            this.offer = offer;
        }

        @Override
        public double applyAsDouble(Need need) {
            if (away) {
                return 0;
            }
            return search.relevance(need, offer).orElseGet(() -> {
                away = true;
                return 0.0;
            });
        }
    }

    /** Some needs beside one offer, with what the hospital knows of each. */
    private final class Pairs {

        private final OfferView offer;
        private final Offer document;
        private final Map<String, NeedView> views;
        private final Map<OrganizationId, StartupProfile> profiles;
        private final Map<NeedId, Contact> contacts;

        private Pairs(OfferView offer, List<NeedView> found) {
            this.offer = offer;
            this.document = OfferSearch.document(offer);
            this.views = found.stream()
                    .collect(Collectors.toMap(need -> need.id().value().toString(), Function.identity()));
            this.profiles =
                    needs.profilesOf(found.stream().map(NeedView::startup).collect(Collectors.toSet()));
            this.contacts = contacts(currentActor.get().organization(), found);
        }

        private Need matching(NeedView need) {
            return need.content().forMatching(need.id().value().toString(), profile(need));
        }

        private NeedView view(Match match) {
            return Objects.requireNonNull(views.get(match.need().id()));
        }

        private StartupProfile profile(NeedView need) {
            return profiles.getOrDefault(need.startup(), StartupProfile.EMPTY);
        }

        private String verdict(Match match) {
            return new MatchCard(offer, match).getVerdict().toLowerCase(Locale.ROOT);
        }

        private boolean hasVerdict(Match match, List<String> wanted) {
            return wanted.isEmpty() || wanted.contains(verdict(match));
        }

        private Contact contact(Match match) {
            return contacts.getOrDefault(view(match).id(), Contact.NEW);
        }

        private boolean hasContact(Match match, List<Contact> wanted) {
            return wanted.isEmpty() || wanted.contains(contact(match));
        }

        private List<NeedCard> cards(List<Match> matches) {
            Map<OrganizationId, OrganizationFacts> startups = organizations.facts(
                    matches.stream().map(match -> view(match).startup()).collect(Collectors.toSet()));
            return matches.stream()
                    .map(match -> {
                        NeedView need = view(match);
                        return new NeedCard(
                                need,
                                Objects.requireNonNull(startups.get(need.startup())),
                                profile(need),
                                new MatchCard(offer, match),
                                contact(match));
                    })
                    .toList();
        }
    }
}
