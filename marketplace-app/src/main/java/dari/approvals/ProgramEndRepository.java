package dari.approvals;

import dari.projects.ProjectId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ProgramEndRepository extends Repository<ProgramEnd, ProjectId> {

    ProgramEnd save(ProgramEnd end);

    Optional<ProgramEnd> findById(ProjectId project);
}
