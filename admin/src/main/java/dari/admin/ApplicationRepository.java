package dari.admin;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApplicationRepository extends Repository<Application, UUID> {

    Application save(Application application);

    Optional<Application> findById(UUID id);

    Optional<Application> findByIdAndStartup(UUID id, UUID startup);

    List<Application> findByStartupOrderByIdDesc(UUID startup);

    Page<Application> findByStartupOrderByIdDesc(UUID startup, Pageable page);

    List<Application> findByProgramCallOrderById(UUID call);

    Optional<Application> findByProgramCallAndIntroduction(UUID call, UUID introduction);

    List<Application> findByStatus(ApplicationStatus status);

    List<Application> findByIdIn(Collection<UUID> ids);

    List<Application> findByIdInOrderById(Collection<UUID> ids);

    @Query("select a.id from Application a where a.startup in :organizations or a.hospital in :organizations")
    List<UUID> findIdsOf(Collection<UUID> organizations);

    Page<Application> findByProgramCallAndStatusNotInOrderById(
            UUID call, Collection<ApplicationStatus> statuses, Pageable page);

    @Query("select new dari.admin.ApplicationRepository$Outline(a.id, a.hospital, a.offer, a.status, a.submittedAt)"
            + " from Application a where a.programCall = :call and a.status not in :statuses order by a.id")
    List<Outline> findOutlines(UUID call, Collection<ApplicationStatus> statuses);

    @Query("select a.id from Application a where a.programCall = :call and a.status in :statuses order by a.id")
    List<UUID> findIds(UUID call, Collection<ApplicationStatus> statuses);

    @Query("select a.id from Application a where a.programCall = :call and a.status not in :statuses order by a.id")
    List<UUID> findIdsNotIn(UUID call, Collection<ApplicationStatus> statuses, Pageable page);

    long countByProgramCallAndStatusNotIn(UUID call, Collection<ApplicationStatus> statuses);

    long countByProgramCallAndStatusIn(UUID call, Collection<ApplicationStatus> statuses);

    /** An application without its texts. */
    record Outline(
            UUID id,
            UUID hospital,
            UUID offer,
            ApplicationStatus status,
            @Nullable Instant submittedAt) {}

    List<Application> findByStatusOrderBySubmittedAt(ApplicationStatus status, Limit limit);

    /** Those whose call's least number of reviews is in, the longest handed in first. */
    @Query("select a from Application a, ProgramCall c where c.id = a.programCall"
            + " and a.status = dari.admin.ApplicationStatus.IN_REVIEW"
            + " and (select count(r) from Review r where r.application = a.id"
            + " and r.status = dari.admin.ReviewStatus.SUBMITTED) >= c.leastReviews order by a.submittedAt")
    List<Application> findReviewed(Limit limit);

    @Query("select distinct a.startup from Application a"
            + " where a.programCall = :call and a.status not in :statuses")
    Set<UUID> findApplicants(UUID call, Collection<ApplicationStatus> statuses);

    boolean existsByProgramCallAndIntroduction(UUID call, UUID introduction);
}
