package dari.documents;

import dari.kernel.OrganizationId;

/** A hospital's list of the papers that it asks for changed. */
public record AskedDocumentsChanged(OrganizationId hospital) {}
