package dari.incidents;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IncidentRepository extends Repository<Incident, UUID> {

    Incident save(Incident incident);

    Optional<Incident> findById(UUID id);

    List<Incident> findByProjectOrderByIdDesc(ProjectId project);

    boolean existsByProjectAndStatusIn(ProjectId project, Collection<IncidentStatus> statuses);

    Page<Incident> findByStartupOrderByIdDesc(OrganizationId startup, Pageable page);

    Page<Incident> findByHospitalOrderByIdDesc(OrganizationId hospital, Pageable page);

    Page<Incident> findAllByOrderByIdDesc(Pageable page);

    List<Incident> findByHospitalAndStatusNotOrderById(OrganizationId hospital, IncidentStatus status, Limit limit);

    List<Incident> findByStatusNotOrderById(IncidentStatus status, Limit limit);

    @Query("select i from Incident i where i.status <> dari.incidents.IncidentStatus.CLOSED"
            + " and (i.remindedAt is null or i.remindedAt < :since)")
    List<Incident> findToRemind(Instant since);

    Page<Incident> findByPublishedAtNotNullOrderByIdDesc(Pageable page);

    List<Incident> findByPublishedAtNotNullOrderByIdDesc();

    long countByPublishedAtNullAndKindNot(IncidentKind kind);

    List<Incident> findByHospitalAndPublishedAtNotNullOrderByIdDesc(OrganizationId hospital);

    List<Incident> findByProjectAndPublishedAtNotNullOrderByIdDesc(ProjectId project);
}
