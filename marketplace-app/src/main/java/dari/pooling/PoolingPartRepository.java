package dari.pooling;

import dari.projects.ProjectId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PoolingPartRepository extends Repository<PoolingPart, UUID> {

    PoolingPart save(PoolingPart part);

    List<PoolingPart> findByPoolingOrderById(UUID pooling);

    Optional<PoolingPart> findByPoolingAndProject(UUID pooling, ProjectId project);
}
