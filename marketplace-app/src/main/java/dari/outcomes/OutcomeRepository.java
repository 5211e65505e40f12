package dari.outcomes;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OutcomeRepository extends Repository<Outcome, UUID> {

    Outcome save(Outcome outcome);

    List<Outcome> findByProjectOrderByIdDesc(ProjectId project);

    List<Outcome> findByHospitalOrderByIdDesc(OrganizationId hospital);

    /** Those of the projects of which something was reported. */
    @Query("select distinct o.project from Outcome o where o.project in :projects")
    Set<ProjectId> findReported(Collection<ProjectId> projects);
}
