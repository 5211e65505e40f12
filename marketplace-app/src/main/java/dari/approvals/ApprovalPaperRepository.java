package dari.approvals;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ApprovalPaperRepository extends Repository<ApprovalPaper, UUID> {

    ApprovalPaper save(ApprovalPaper paper);

    Optional<ApprovalPaper> findById(UUID id);

    List<ApprovalPaper> findByApprovalInOrderById(Collection<UUID> approvals);

    boolean existsByFileIn(Collection<UUID> files);
}
