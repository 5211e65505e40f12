package dari.documents;

import dari.organizations.OrganizationFacts;

/** A document of another organisation that the reader may see. */
public record ShownDocument(OrganizationFacts owner, DocumentView document) {}
