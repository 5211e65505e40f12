package dari.admin.panel;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface HeardOutcomeRepository extends Repository<HeardOutcome, UUID> {

    HeardOutcome save(HeardOutcome entity);

    List<HeardOutcome> findByApplication(UUID application);

    List<HeardOutcome> findByApplicationIn(Collection<UUID> applications);

    /** The applications of a call whose own partner said something, and none of these words. */
    @Query("select a.id from HeardOutcome h, Application a where a.id = h.application and a.programCall = :call"
            + " and h.hospital = a.hospital and h.dataset = a.offer and h.outcome not in :words")
    Set<UUID> findOthersThan(UUID call, Collection<HospitalOutcome> words);
}
