package dari.api;

import dari.offers.OfferContent;
import dari.offers.OfferView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;

/**
 * An offer.
 *
 * @param status DRAFT, PUBLISHED, PAUSED or WITHDRAWN
 * @param revision grows with every change of a published one
 */
record OfferAnswer(
        UUID id, OrganizationAnswer hospital, String status, int revision, Instant changedAt, OfferBody content) {

    static OfferAnswer open(OfferView offer) {
        return of(offer, OfferBody::open);
    }

    static OfferAnswer own(OfferView offer) {
        return of(offer, OfferBody::own);
    }

    private static OfferAnswer of(OfferView offer, Function<OfferContent, OfferBody> content) {
        return new OfferAnswer(
                offer.id().value(),
                OrganizationAnswer.of(offer.hospital()),
                offer.status().name(),
                offer.revision(),
                offer.changedAt().truncatedTo(ChronoUnit.MILLIS), // as exact as every clock and database keeps it
                content.apply(offer.content()));
    }
}
