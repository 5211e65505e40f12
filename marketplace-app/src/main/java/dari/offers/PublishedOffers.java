package dari.offers;

import dari.matching.Offer;
import dari.matching.OfferSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All public offers for building an index, in the order of their ids, a page at a time. */
@Component
class PublishedOffers implements OfferSource {

    private static final int PAGE = 500;
    private static final OfferId BEFORE_ALL = new OfferId(new UUID(0, 0));

    private final Offers offers;
    private final IndexChanges changes;
    private final Clock clock;

    PublishedOffers(Offers offers, IndexChanges changes, Clock clock) {
        this.offers = offers;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public long position() {
        return changes.settled(clock.instant());
    }

    @Override
    public Iterable<Offer> all() {
        return behind(BEFORE_ALL);
    }

    @Override
    public Optional<Iterable<Offer>> after(String offerId) {
        return Optional.of(behind(new OfferId(UUID.fromString(offerId))));
    }

    private Iterable<Offer> behind(OfferId first) {
        return () -> Stream.iterate(
                        page(first),
                        page -> !page.isEmpty(),
                        page -> page(page.get(page.size() - 1).id()))
                .flatMap(List::stream)
                .map(OfferSearch::document)
                .iterator();
    }

    private List<OfferView> page(OfferId last) {
        return offers.publishedAfter(last, PAGE);
    }
}
