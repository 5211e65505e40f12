package dari.boards;

import dari.kernel.OrganizationId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ApprovalRouteRepository extends Repository<ApprovalRoute, OrganizationId> {

    ApprovalRoute save(ApprovalRoute route);

    Optional<ApprovalRoute> findByHospital(OrganizationId hospital);
}
