package dari.offers;

import dari.kernel.BackgroundWork;
import dari.matching.IndexUnavailable;
import dari.matching.OfferIndex;
import dari.matching.OfferIndex.Change;
import dari.matching.OfferIndex.Refused;
import dari.offers.IndexChanges.IndexChange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Lets the search index follow the list of changes, and builds it when there is none. What goes wrong is tried again at
 * the next turn: the index remembers how far it came.
 */
@Service
@BackgroundWork
public class IndexTailer {

    private static final Logger log = LoggerFactory.getLogger(IndexTailer.class);

    private static final int BATCH = 500;

    private final OfferIndex index;
    private final Turn turn;
    private final PublishedOffers published;
    private final IndexChanges changes;
    private final Offers offers;
    private final Clock clock;

    /** Behind the index's position, which moves on only when nothing earlier can appear. */
    private final Set<Long> applied = new HashSet<>();

    private long leftAt = -1;
    private boolean away;

    IndexTailer(
            OfferIndex index, Turn turn, PublishedOffers published, IndexChanges changes, Offers offers, Clock clock) {
        this.index = index;
        this.turn = turn;
        this.published = published;
        this.changes = changes;
        this.offers = offers;
        this.clock = clock;
    }

    /** Catches up with what changed, if it is this node's turn. */
    @Scheduled(fixedDelayString = "${dari.search.follow-every:300ms}")
    public synchronized void follow() {
        try {
            if (turn.take(this::catchUp) && away) {
                away = false;
                log.info("the offer index follows again");
            }
        } catch (IndexUnavailable e) {
            if (!away) { // told once, not at every turn
                away = true;
                log.warn("the offer index cannot follow, search is away: {}", e.getMessage());
            }
        } catch (RuntimeException e) {
            log.error("the offer index could not follow; it will try again", e);
        }
    }

    private void catchUp() {
        long position = index.position();
        if (position < 0 || position > changes.last()) { // never built, or the database was set back to an earlier day
            log.info("the offer index is built");
            report(index.rebuild(published));
            position = index.position();
            applied.clear();
            log.info("the offer index was built up to change {}", position);
        } else if (position != leftAt) {
            applied.clear(); // somebody else wrote since: what this node applied may be gone
        }
        leftAt = position;
        applyBehind(position);
    }

    private void applyBehind(long position) {
        List<IndexChange> fresh = changes.after(position).stream()
                .filter(change -> !applied.contains(change.seq()))
                .toList();
        long settled = Math.max(position, changes.settled(clock.instant()));
        for (int from = 0; from < fresh.size(); from += BATCH) {
            List<IndexChange> batch = fresh.subList(from, Math.min(fresh.size(), from + BATCH));
            boolean last = from + BATCH >= fresh.size();
            report(index.apply(documents(batch), last ? settled : position));
            batch.forEach(change -> applied.add(change.seq()));
        }
        if (!fresh.isEmpty()) {
            leftAt = settled;
            applied.removeIf(seq -> seq <= settled);
        }
    }

    private List<Change> documents(List<IndexChange> fresh) {
        Set<OfferId> changed = fresh.stream().map(IndexChange::offer).collect(Collectors.toSet());
        var byId = offers.find(changed).stream().collect(Collectors.toMap(OfferView::id, Function.identity()));
        List<Change> documents = new ArrayList<>();
        for (OfferId id : changed) {
            OfferView offer = byId.get(id);
            documents.add(
                    offer != null && offer.status() == OfferStatus.PUBLISHED
                            ? new Change.Put(OfferSearch.document(offer))
                            : new Change.Withdraw(id.value().toString()));
        }
        return documents;
    }

    private static void report(List<Refused> refused) {
        refused.forEach(one -> log.error("the offer index does not take offer {}: {}", one.offerId(), one.reason()));
    }
}
