package dari.sandboxes;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SandboxRepository extends Repository<Sandbox, SandboxId> {

    Sandbox save(Sandbox sandbox);

    Optional<Sandbox> findById(SandboxId id);

    /** The same, for this transaction alone until it ends: no two people's looks miss each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Sandbox s where s.id = :id")
    Optional<Sandbox> lock(SandboxId id);

    /** The same by its project: a stop never gives way to what the background does at that moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Sandbox s where s.project = :project")
    Optional<Sandbox> lockOf(ProjectId project);

    Optional<Sandbox> findByProject(ProjectId project);

    List<Sandbox> findByHospitalOrderByIdDesc(OrganizationId hospital);

    List<Sandbox> findByStartupOrderByIdDesc(OrganizationId startup);

    List<Sandbox> findByHospitalAndStatusInOrderById(OrganizationId hospital, Collection<SandboxStatus> statuses);

    List<Sandbox> findByHospitalAndOpenedOnNotNullOrderById(OrganizationId hospital);

    Page<Sandbox> findByHospitalOrderByIdDesc(OrganizationId hospital, Pageable page);

    Page<Sandbox> findByStartupOrderByIdDesc(OrganizationId startup, Pageable page);

    List<Sandbox> findByStartupAndStatusInOrderByChangedAt(
            OrganizationId startup, Collection<SandboxStatus> statuses, Limit limit);

    List<Sandbox> findByHospitalAndStatusInOrderByChangedAt(
            OrganizationId hospital, Collection<SandboxStatus> statuses, Limit limit);

    Page<Sandbox> findByStatusInOrderByIdDesc(Collection<SandboxStatus> statuses, Pageable page);

    List<Sandbox> findByStatusInOrderByIdDesc(Collection<SandboxStatus> statuses);

    @Query("select new dari.sandboxes.SandboxOutline(s.id, s.project, s.hospital, s.status) from Sandbox s"
            + " where s.status in :statuses order by s.id desc")
    List<SandboxOutline> findOutlines(Collection<SandboxStatus> statuses);

    List<Sandbox> findByIdInAndStatusInOrderByIdDesc(Collection<SandboxId> ids, Collection<SandboxStatus> statuses);

    List<Sandbox> findByHospitalAndStatusInOrderByIdDesc(OrganizationId hospital, Collection<SandboxStatus> statuses);

    /** Projects whose days of access were over before a day, and it did not end yet. */
    @Query("select s.project from Sandbox s where s.status in (ACTIVE, SUSPENDED) and s.expiresOn < :day")
    List<ProjectId> findProjectsOver(LocalDate day);
}
