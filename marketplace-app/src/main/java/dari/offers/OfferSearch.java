package dari.offers;

import dari.kernel.BackgroundWork;
import dari.matching.OfferIndex;
import dari.matching.OfferIndex.Candidate;
import dari.matching.OfferIndex.Change;
import dari.offers.IndexChanges.IndexChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Finds published offers by words and codes. This node's index follows the list of changes; a copy that can be thrown
 * away, for the database is the truth.
 */
@Service
public class OfferSearch {

    private static final Logger log = LoggerFactory.getLogger(OfferSearch.class);

    /** Numbers are given before transactions commit: for this long an earlier one may still appear. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private final OfferIndex index;
    private final IndexChanges changes;
    private final Offers offers;
    private final Clock clock;
    private final Set<Long> appliedUnsettled = new HashSet<>();

    OfferSearch(OfferIndex index, IndexChanges changes, Offers offers, Clock clock) {
        this.index = index;
        this.changes = changes;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * Candidates for a need.
     *
     * @return empty when search is away: the caller shows the plain list and says so
     */
    @BackgroundWork
    public Optional<List<Candidate>> search(String text, List<String> codes, int limit) {
        try {
            return Optional.of(index.search(text, codes, limit));
        } catch (RuntimeException e) {
            log.warn("search is away", e);
            return Optional.empty();
        }
    }

    /** Catches up with what changed; builds the index when there is none. */
    @BackgroundWork
    @Scheduled(fixedDelayString = "${dari.search.follow-every:300ms}")
    public synchronized void follow() {
        try {
            if (index.position() < 0) {
                long last = changes.last();
                index.rebuild(
                        offers.allPublished().stream()
                                .map(OfferSearch::document)
                                .toList(),
                        last);
                log.info("the offer index was built up to change {}", last);
                return;
            }
            applyNew();
        } catch (RuntimeException e) {
            log.warn("the offer index could not follow; it will try again", e);
        }
    }

    private void applyNew() {
        long settled = index.position();
        List<IndexChange> seen = changes.after(settled);
        List<IndexChange> fresh = seen.stream()
                .filter(change -> appliedUnsettled.add(change.seq()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        Instant settling = clock.instant().minus(SETTLING);
        long position = settled;
        for (IndexChange change : seen) {
            if (change.at().isAfter(settling)) {
                break;
            }
            position = change.seq();
        }
        index.apply(documents(fresh), position);
        long kept = position;
        appliedUnsettled.removeIf(seq -> seq <= kept);
    }

    private List<Change> documents(List<IndexChange> fresh) {
        Set<OfferId> changed = fresh.stream().map(IndexChange::offer).collect(Collectors.toSet());
        var byId = offers.find(changed).stream().collect(Collectors.toMap(OfferView::id, Function.identity()));
        List<Change> documents = new ArrayList<>();
        for (OfferId id : changed) {
            OfferView offer = byId.get(id);
            documents.add(
                    offer != null && offer.status() == OfferStatus.PUBLISHED
                            ? new Change.Put(document(offer))
                            : new Change.Withdraw(id.value().toString()));
        }
        return documents;
    }

    /** An offer as the matching engine compares it. */
    @BackgroundWork
    public static dari.matching.Offer document(OfferView offer) {
        OfferContent content = offer.content();
        return new dari.matching.Offer(
                offer.id().value().toString(),
                content.kind(),
                content.titleKo() + "\n" + content.titleEn(),
                String.join(
                        "\n",
                        content.summaryKo(),
                        content.summaryEn(),
                        offer.hospital().name(),
                        offer.hospital().name(Locale.ENGLISH)),
                content.modalities(),
                content.diseases(),
                content.bodyParts(),
                content.labels(),
                content.formats(),
                content.environments(),
                content.region(),
                content.persons(),
                content.studies(),
                content.yearFrom(),
                content.yearTo(),
                content.clinicianHours(),
                content.accessDays(),
                content.capacityPerQuarter(),
                null,
                content.terms(),
                content.wants(),
                offer.hospital().id().value().toString());
    }
}
