package dari.admin.checks;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CheckDecisionRepository extends Repository<CheckDecision, UUID> {

    CheckDecision save(CheckDecision decision);

    List<CheckDecision> findByApplicationOrderByIdDesc(UUID application);

    boolean existsByFileIn(Collection<UUID> files);
}
