package dari.offers;

/** An offer became public, in this revision. */
public record OfferPublished(OfferId offer, int revision) {}
