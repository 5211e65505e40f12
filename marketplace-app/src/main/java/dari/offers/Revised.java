package dari.offers;

/** One revision of an offer. */
public record Revised(OfferId offer, int revision) {}
