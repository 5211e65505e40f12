package dari.agents;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AgentCodeRepository extends Repository<AgentCode, UUID> {

    AgentCode save(AgentCode code);

    Optional<AgentCode> findByCodeHash(byte[] codeHash);
}
