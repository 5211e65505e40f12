package dari.redecisions;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ChangeTaskRepository extends Repository<ChangeTask, UUID> {

    ChangeTask save(ChangeTask task);

    Optional<ChangeTask> findById(UUID id);

    List<ChangeTask> findByProjectOrderByIdDesc(ProjectId project);

    /** Open ones first, of those the most pressing; the others by their newest. */
    @Query("select t from ChangeTask t where t.hospital = :hospital"
            + " order by case when t.state = dari.redecisions.TaskState.OPEN then 0 else 1 end, t.due, t.id desc")
    Page<ChangeTask> findOfHospital(OrganizationId hospital, Pageable page);

    List<ChangeTask> findByHospitalAndStateAndRemedyInOrderByDue(
            OrganizationId hospital, TaskState state, Collection<Remedy> remedies, Limit limit);

    List<ChangeTask> findByStartupAndStateAndRemedyInOrderByDue(
            OrganizationId startup, TaskState state, Collection<Remedy> remedies, Limit limit);
}
