package dari.uses;

import dari.sandboxes.SandboxId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface UseCheckRepository extends Repository<UseCheck, UUID> {

    UseCheck save(UseCheck check);

    boolean existsBySandboxAndMonthOf(SandboxId sandbox, String monthOf);

    List<UseCheck> findBySandboxIn(Collection<SandboxId> sandboxes);
}
