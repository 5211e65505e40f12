package dari.sandboxes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface RecipeVersionRepository extends Repository<RecipeVersion, UUID> {

    RecipeVersion save(RecipeVersion version);

    Optional<RecipeVersion> findFirstBySandboxOrderByNumberDesc(SandboxId sandbox);

    List<RecipeVersion> findBySandboxOrderByNumberDesc(SandboxId sandbox);
}
