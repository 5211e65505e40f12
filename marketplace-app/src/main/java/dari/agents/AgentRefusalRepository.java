package dari.agents;

import dari.kernel.OrganizationId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AgentRefusalRepository extends Repository<AgentRefusal, UUID> {

    AgentRefusal save(AgentRefusal refusal);

    boolean existsByAgentAndDocument(UUID agent, String document);

    List<AgentRefusal> findTop20ByHospitalOrderByIdDesc(OrganizationId hospital);
}
