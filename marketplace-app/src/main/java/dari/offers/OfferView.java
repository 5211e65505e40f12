package dari.offers;

import dari.organizations.OrganizationFacts;
import java.time.Instant;

/** An offer as other features and pages read it. */
public record OfferView(
        OfferId id,
        OrganizationFacts hospital,
        OfferStatus status,
        int revision,
        OfferContent content,
        Instant changedAt) {}
