package dari.offers;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Anyone;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.HospitalOffice;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.TextsRead;
import dari.matching.json.MatchingJson;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what hospitals offer and answers what is public. */
@Service
@Transactional
public class Offers {

    /** Behind every id that can be. */
    private static final UUID LAST = new UUID(-1, -1);

    private static final TextsRead<OfferContent> CONTENTS =
            new TextsRead<>(json -> MatchingJson.mapper().readValue(json, OfferContent.class));

    private final OfferRepository offers;
    private final OfferRevisionRepository revisions;
    private final IndexChanges indexChanges;
    private final Organizations organizations;
    private final History history;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    Offers(
            OfferRepository offers,
            OfferRevisionRepository revisions,
            IndexChanges indexChanges,
            Organizations organizations,
            History history,
            ApplicationEventPublisher events,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.offers = offers;
        this.revisions = revisions;
        this.indexChanges = indexChanges;
        this.organizations = organizations;
        this.history = history;
        this.events = events;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    @HospitalOffice
    public OfferId draft(OfferContent content) {
        OfferId id = new OfferId(ids.next());
        offers.save(new Offer(id, currentActor.get().organization(), json(content), clock.instant()));
        record("offer.drafted", id, 1);
        return id;
    }

    /** Changes a draft, or begins the next revision of a published offer. */
    @HospitalOffice
    public void revise(OfferId id, OfferContent content) {
        Offer offer = own(id);
        boolean wasPublic = offer.status() == OfferStatus.PUBLISHED;
        offer.revise(json(content), clock.instant());
        record("offer.revised", id, offer.revision());
        if (wasPublic) {
            indexChanges.add(id);
        }
    }

    /**
     * Makes the present revision public and freezes it.
     *
     * @throws RuleBrokenException when the program office has not verified the hospital
     */
    @HospitalOffice
    public void publish(OfferId id) {
        Offer offer = own(id);
        if (!organizations.facts(offer.hospital()).isVerified()) {
            throw new RuleBrokenException("offers.rule.unverified");
        }
        Instant now = clock.instant();
        offer.publish(now);
        if (revisions.findByOfferAndRevision(id, offer.revision()).isEmpty()) {
            revisions.save(new OfferRevision(ids.next(), offer, now));
        }
        record("offer.published", id, offer.revision());
        indexChanges.add(id);
        events.publishEvent(new OfferPublished(id, offer.revision()));
    }

    @HospitalOffice
    public void pause(OfferId id) {
        Offer offer = own(id);
        offer.pause(clock.instant());
        record("offer.paused", id, offer.revision());
        indexChanges.add(id);
    }

    @HospitalOffice
    public void withdraw(OfferId id) {
        Offer offer = own(id);
        offer.withdraw(clock.instant());
        record("offer.withdrawn", id, offer.revision());
        indexChanges.add(id);
    }

    @HospitalMember
    @Transactional(readOnly = true)
    public OfferView mine(OfferId id) {
        return view(own(id));
    }

    @HospitalMember
    @Transactional(readOnly = true)
    public List<OfferView> mine() {
        return views(offers.findByHospitalOrderByIdDesc(currentActor.get().organization()));
    }

    /**
     * The actor's hospital's public offers, the newest first, so many at most.
     *
     * @param wanted one that is there wherever it would stand, if it is public; null for none
     */
    @HospitalMember
    @Transactional(readOnly = true)
    public List<OfferView> minePublished(int most, @Nullable UUID wanted) {
        OrganizationId hospital = currentActor.get().organization();
        List<Offer> found = new ArrayList<>(
                offers.findByHospitalAndStatusOrderByIdDesc(hospital, OfferStatus.PUBLISHED, Limit.of(most)));
        if (wanted != null
                && found.stream().noneMatch(offer -> offer.id().value().equals(wanted))) {
            offers.findByIdAndHospital(new OfferId(wanted), hospital)
                    .filter(offer -> offer.status() == OfferStatus.PUBLISHED)
                    .ifPresent(found::add);
        }
        return views(found);
    }

    /** Every one of them, a page at a time. */
    @HospitalMember
    @Transactional(readOnly = true)
    public Page<OfferView> mine(int page, int size) {
        return views(offers.findByHospitalOrderByIdDesc(currentActor.get().organization(), PageRequest.of(page, size)));
    }

    /** The same behind one of them, in the same order; null for the first. */
    @HospitalMember
    @Transactional(readOnly = true)
    public List<OfferView> mineAfter(@Nullable OfferId last, int limit) {
        return views(offers.findOlder(
                currentActor.get().organization(), last == null ? LAST : last.value(), Limit.of(limit)));
    }

    /** A public offer. */
    @Anyone
    @Transactional(readOnly = true)
    public OfferView published(OfferId id) {
        return offers.findById(id)
                .filter(offer -> offer.status() == OfferStatus.PUBLISHED)
                .map(this::view)
                .orElseThrow(() -> new NotFoundException("offer"));
    }

    /** Public offers, the newest first: what is shown when search is away, and to visitors. */
    @Anyone
    @Transactional(readOnly = true)
    public Page<OfferView> published(int page, int size) {
        Page<UUID> found = offers.findNewest(OfferStatus.PUBLISHED, PageRequest.of(page, size));
        Map<UUID, OfferView> byId = find(found.map(OfferId::new).getContent()).stream()
                .collect(Collectors.toMap(offer -> offer.id().value(), offer -> offer));
        return new PageImpl<>(
                found.stream().map(byId::get).filter(Objects::nonNull).toList(),
                found.getPageable(),
                found.getTotalElements());
    }

    /** Offers by id, whatever their status; unknown ids are left out. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<OfferView> find(Collection<OfferId> wanted) {
        return views(offers.findByIdIn(wanted));
    }

    /** Which of these are public now, and since when they say what they say; what they say is not read. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<OfferId, Instant> publishedAmong(Collection<OfferId> wanted) {
        return wanted.isEmpty()
                ? Map.of()
                : offers.findPublished(wanted.stream().map(OfferId::value).toList()).stream()
                        .collect(
                                Collectors.toMap(found -> new OfferId(found.id()), OfferRepository.Changed::changedAt));
    }

    /** Public offers in the order of their ids, behind one of them. */
    @Anyone
    @Transactional(readOnly = true)
    public List<OfferView> publishedAfter(OfferId last, int limit) {
        return views(offers.findByStatusAfter(OfferStatus.PUBLISHED, last.value(), Limit.of(limit)));
    }

    /**
     * What a revision said when it was published.
     *
     * @throws NotFoundException when that revision was never published
     */
    @BackgroundWork
    @Transactional(readOnly = true)
    public OfferContent frozen(OfferId id, int revision) {
        return revisions
                .findByOfferAndRevision(id, revision)
                .map(frozen -> content(frozen.content()))
                .orElseThrow(() -> new NotFoundException("offer revision"));
    }

    /** The same for several, read at once; what was never published is left out. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<Revised, OfferContent> frozen(Collection<Revised> wanted) {
        Set<Revised> asked = Set.copyOf(wanted);
        return revisions
                .findByOfferInAndRevisionIn(
                        asked.stream().map(Revised::offer).collect(Collectors.toSet()),
                        asked.stream().map(Revised::revision).collect(Collectors.toSet()))
                .stream()
                .filter(frozen -> asked.contains(frozen.of()))
                .collect(Collectors.toMap(OfferRevision::of, frozen -> content(frozen.content())));
    }

    private Offer own(OfferId id) {
        return offers.findByIdAndHospital(id, currentActor.get().organization())
                .orElseThrow(() -> new NotFoundException("offer"));
    }

    private OfferView view(Offer offer) {
        return view(offer, organizations.facts(offer.hospital()));
    }

    private static OfferView view(Offer offer, OrganizationFacts hospital) {
        return new OfferView(
                offer.id(), hospital, offer.status(), offer.revision(), content(offer.content()), offer.changedAt());
    }

    private Page<OfferView> views(Page<Offer> found) {
        return new PageImpl<>(views(found.getContent()), found.getPageable(), found.getTotalElements());
    }

    private List<OfferView> views(List<Offer> found) {
        Map<OrganizationId, OrganizationFacts> hospitals =
                organizations.facts(found.stream().map(Offer::hospital).collect(Collectors.toSet()));
        return found.stream()
                .flatMap(offer ->
                        Optional.ofNullable(hospitals.get(offer.hospital()))
                                .map(hospital -> view(offer, hospital))
                                .stream())
                .toList();
    }

    private void record(String action, OfferId id, int revision) {
        history.record(HistoryEntry.of(action, "offer", id.value()).with("revision", revision));
    }

    private static String json(OfferContent content) {
        return MatchingJson.mapper().writeValueAsString(content);
    }

    private static OfferContent content(String json) {
        return CONTENTS.of(json);
    }
}
