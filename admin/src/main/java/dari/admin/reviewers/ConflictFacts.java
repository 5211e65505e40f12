package dari.admin.reviewers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The facts from which conflicts are computed; the application around the desk knows them. */
public interface ConflictFacts {

    /**
     * By organisation.
     *
     * @param since how far back shared projects count
     */
    Map<UUID, PartyFacts> parties(Collection<UUID> organizations, LocalDate since);

    /** By person. */
    Map<UUID, PersonFacts> people(Collection<UUID> people);
}
