package dari.billing;

import dari.projects.ProjectId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface RefundRepository extends Repository<Refund, UUID> {

    Refund save(Refund refund);

    Optional<Refund> findById(UUID id);

    List<Refund> findByProjectOrderById(ProjectId project);

    List<Refund> findByPaymentAndStatus(UUID payment, RefundStatus status);

    List<Refund> findByStatusOrderById(RefundStatus status);
}
