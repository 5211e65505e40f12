package dari.sandboxes;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SandboxRepository extends Repository<Sandbox, SandboxId> {

    Sandbox save(Sandbox sandbox);

    Optional<Sandbox> findById(SandboxId id);

    Optional<Sandbox> findByProject(ProjectId project);

    List<Sandbox> findByHospitalOrderByIdDesc(OrganizationId hospital);

    List<Sandbox> findByStartupOrderByIdDesc(OrganizationId startup);

    List<Sandbox> findByHospitalAndStatusInOrderById(OrganizationId hospital, Collection<SandboxStatus> statuses);

    List<Sandbox> findByStatusInOrderByIdDesc(Collection<SandboxStatus> statuses);

    List<Sandbox> findByStatusInAndExpiresOnBefore(Collection<SandboxStatus> statuses, LocalDate day);
}
