package dari.projects;

import dari.kernel.OrganizationId;
import dari.offers.OfferId;

/** What one hospital gives to a project: a dataset, under the terms of one revision of its offer. */
record ProjectPart(OrganizationId hospital, OfferId offer, int offerRevision) {}
