package dari.agreements;

import dari.projects.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AgreementRepository extends Repository<Agreement, UUID> {

    Agreement save(Agreement agreement);

    Optional<Agreement> findByProject(ProjectId project);

    List<Agreement> findByProjectIn(Collection<ProjectId> projects);
}
