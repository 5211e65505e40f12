package dari.admin.panel;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface HeardOutcomeRepository extends Repository<HeardOutcome, UUID> {

    HeardOutcome save(HeardOutcome entity);

    List<HeardOutcome> findByApplication(UUID application);

    List<HeardOutcome> findByApplicationIn(Collection<UUID> applications);
}
