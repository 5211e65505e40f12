package dari.admin.milestones;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface MilestoneRepository extends Repository<Milestone, UUID> {

    Milestone save(Milestone milestone);

    List<Milestone> findByApplicationOrderByDueAscCodeAsc(UUID application);

    Optional<Milestone> findByApplicationAndCode(UUID application, String code);

    boolean existsByApplication(UUID application);

    boolean existsByEvidenceFileIn(Collection<UUID> files);

    List<Milestone> findByOrganizationAndStatusOrderByDue(UUID organization, MilestoneStatus status, Limit limit);

    List<Milestone> findByStatusOrderByDue(MilestoneStatus status, Limit limit);

    List<Milestone> findByOrganizationIsNullAndStatusOrderByDue(MilestoneStatus status, Limit limit);
}
