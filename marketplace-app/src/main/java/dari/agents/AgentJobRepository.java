package dari.agents;

import dari.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AgentJobRepository extends Repository<AgentJob, UUID> {

    AgentJob save(AgentJob job);

    Optional<AgentJob> findById(UUID id);

    Optional<AgentJob> findFirstBySubjectAndStatusIn(UUID subject, Collection<JobStatus> statuses);

    List<AgentJob> findBySubjectOrderById(UUID subject);

    List<AgentJob> findTop50ByHospitalOrderByIdDesc(OrganizationId hospital);
}
