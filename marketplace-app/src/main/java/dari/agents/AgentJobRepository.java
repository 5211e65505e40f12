package dari.agents;

import dari.kernel.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AgentJobRepository extends Repository<AgentJob, UUID> {

    AgentJob save(AgentJob job);

    Optional<AgentJob> findById(UUID id);

    Optional<AgentJob> findFirstBySubjectAndStatusIn(UUID subject, Collection<JobStatus> statuses);

    /** In one statement: an agent that asks at this moment changes the same rows. */
    @Modifying
    @Query("""
            update versioned AgentJob j set j.status = :withdrawn, j.changedAt = :now
            where j.subject = :subject and j.status in :open
            """)
    int withdraw(UUID subject, JobStatus withdrawn, Collection<JobStatus> open, Instant now);

    List<AgentJob> findBySubjectOrderById(UUID subject);

    List<AgentJob> findTop50ByHospitalOrderByIdDesc(OrganizationId hospital);
}
