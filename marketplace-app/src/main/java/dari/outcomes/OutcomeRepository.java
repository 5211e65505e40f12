package dari.outcomes;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface OutcomeRepository extends Repository<Outcome, UUID> {

    Outcome save(Outcome outcome);

    List<Outcome> findByProjectOrderByIdDesc(ProjectId project);

    List<Outcome> findByHospitalOrderByIdDesc(OrganizationId hospital);

    boolean existsByProject(ProjectId project);
}
