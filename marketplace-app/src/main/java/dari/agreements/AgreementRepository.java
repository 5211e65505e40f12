package dari.agreements;

import dari.projects.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AgreementRepository extends Repository<Agreement, UUID> {

    Agreement save(Agreement agreement);

    Optional<Agreement> findById(UUID id);

    List<Agreement> findByProjectOrderByRevisionDesc(ProjectId project);

    List<Agreement> findByProjectInOrderByRevision(Collection<ProjectId> projects);

    boolean existsBySealedFileIn(Collection<UUID> files);
}
