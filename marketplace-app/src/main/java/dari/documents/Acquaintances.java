package dari.documents;

import dari.kernel.OrganizationId;
import java.util.Set;

/** A feature that brings startups and hospitals together: only who has to do with a startup sees what it shows. */
public interface Acquaintances {

    /** The organisations of the other side with which this one has something under way. */
    Set<OrganizationId> of(OrganizationId organization);
}
