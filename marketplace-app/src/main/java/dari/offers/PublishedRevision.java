package dari.offers;

/** What an offer said when one of its revisions became public. */
public record PublishedRevision(int revision, OfferContent content) {}
