package dari.admin.reviewers;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface FoundConflictRepository extends Repository<FoundConflict, UUID> {

    FoundConflict save(FoundConflict conflict);

    List<FoundConflict> findByApplicationOrderById(UUID application);
}
