package dari.projects;

import dari.kernel.OrganizationId;
import dari.offers.OfferId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProjectRepository extends Repository<Project, ProjectId> {

    Project save(Project project);

    Optional<Project> findById(ProjectId id);

    boolean existsByApplication(UUID application);

    List<Project> findByStartupOrderByIdDesc(OrganizationId startup);

    List<Project> findByHospitalOrderByIdDesc(OrganizationId hospital);

    List<Project> findByApplicationOrderById(UUID application);

    List<Project> findByApplicationIn(Collection<UUID> applications);

    List<Project> findAllByOrderByIdDesc();

    List<Project> findByIdIn(Collection<ProjectId> ids);

    @Query("select new dari.projects.ProjectTexts(p.id, p.startup, p.hospital, p.number, p.title, p.titleEn,"
            + " p.summaryKo, p.summaryEn, p.benefit) from Project p where p.id in :ids")
    List<ProjectTexts> findTexts(Collection<ProjectId> ids);

    Page<Project> findByStartupOrderByIdDesc(OrganizationId startup, Pageable page);

    Page<Project> findByHospitalOrderByIdDesc(OrganizationId hospital, Pageable page);

    Page<Project> findAllByOrderByIdDesc(Pageable page);

    List<Project> findByStartupAndStatusOrderById(OrganizationId startup, ProjectStatus status, Limit limit);

    List<Project> findByHospitalAndStatusOrderById(OrganizationId hospital, ProjectStatus status, Limit limit);

    List<Project> findByOfferAndStatusNotOrderById(OfferId offer, ProjectStatus status);

    List<Project> findByHospitalAndStatusNotOrderById(OrganizationId hospital, ProjectStatus status);

    List<Project> findByApplicationInAndStatusNotOrderById(Collection<UUID> applications, ProjectStatus status);

    @Query("select p.id from Project p where upper(replace(p.number, '-', '')) = :plain")
    List<ProjectId> findByPlainNumber(String plain);

    @Query("select p.id from Project p where upper(replace(p.number, '-', '')) in :plain")
    List<ProjectId> findByPlainNumberIn(Collection<String> plain);

    @Query("select p.id.value from Project p where p.status <> :status and p.id.value > :last order by p.id.value")
    List<UUID> findAfter(UUID last, ProjectStatus status, Limit limit);

    List<Project> findByStatusOrderById(ProjectStatus status, Limit limit);

    @Query("select distinct p.hospital from Project p where p.startup = :startup and p.status <> :status")
    Set<OrganizationId> findHospitals(OrganizationId startup, ProjectStatus status);

    @Query("select distinct p.startup from Project p where p.hospital = :hospital and p.status <> :status")
    Set<OrganizationId> findStartups(OrganizationId hospital, ProjectStatus status);

    @Query("select distinct new dari.projects.Partnership(p.startup, p.hospital) from Project p"
            + " where (p.startup in :organizations or p.hospital in :organizations) and p.createdAt >= :since")
    List<Partnership> findPartnerships(Collection<OrganizationId> organizations, Instant since);

    /** Ended projects of an organisation, on either side, whose data had been opened; the longest ended first. */
    @Query("select p from Project p where (p.startup = :organization or p.hospital = :organization)"
            + " and p.liveSince is not null and p.endedAt is not null order by p.endedAt")
    List<Project> findEndedAfterAccess(OrganizationId organization);
}
