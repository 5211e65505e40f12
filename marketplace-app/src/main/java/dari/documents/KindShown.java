package dari.documents;

import dari.kernel.OrganizationId;
import java.util.Set;

/** What a document of one kind says, and which hospitals were shown it. */
public record KindShown(OrganizationId owner, DocumentContent content, Set<OrganizationId> hospitals) {}
