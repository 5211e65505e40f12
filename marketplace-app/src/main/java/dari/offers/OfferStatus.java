package dari.offers;

/** Where an offer stands. Only a published one is found. */
public enum OfferStatus {
    DRAFT,
    PUBLISHED,
    PAUSED,
    WITHDRAWN
}
