package dari.offers;

import java.util.Map;

/** A part of a published offer's page that another feature knows, such as what its data look like. */
@FunctionalInterface
public interface OfferSection {

    /** Model attributes for a published offer. */
    Map<String, Object> of(OfferId offer);

    /** The same for what its hospital looks at before it is published. */
    default Map<String, Object> preview(OfferView offer) {
        return offer.status() == OfferStatus.PUBLISHED ? of(offer.id()) : Map.of();
    }
}
