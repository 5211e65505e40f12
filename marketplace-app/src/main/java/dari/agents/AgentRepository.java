package dari.agents;

import dari.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AgentRepository extends Repository<EnrolledAgent, UUID> {

    EnrolledAgent save(EnrolledAgent agent);

    Optional<EnrolledAgent> findById(UUID id);

    List<EnrolledAgent> findByHospitalAndRevokedAtIsNullOrderById(OrganizationId hospital);
}
