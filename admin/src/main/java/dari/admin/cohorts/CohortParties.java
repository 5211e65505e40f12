package dari.admin.cohorts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What cohorts need to know of the organisations around the desk. */
public interface CohortParties {

    /** Every verified hospital. */
    List<Party> hospitals();

    /** Organisations by id; unknown ids are left out. */
    Map<UUID, Party> of(Collection<UUID> organizations);
}
