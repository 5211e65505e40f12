package dari.duties;

import dari.projects.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ProjectDutyRepository extends Repository<ProjectDuty, UUID> {

    ProjectDuty save(ProjectDuty duty);

    Optional<ProjectDuty> findById(UUID id);

    List<ProjectDuty> findByProjectInOrderById(Collection<ProjectId> projects);

    boolean existsByProject(ProjectId project);
}
