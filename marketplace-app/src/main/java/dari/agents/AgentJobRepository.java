package dari.agents;

import dari.kernel.OrganizationId;
import dari.provisioner.agent.Protocol;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
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

    Optional<AgentJob> findFirstBySubjectAndTaskAndStatusOrderByIdDesc(
            UUID subject, Protocol.Task task, JobStatus status);

    /** The newest; of one task those alone that ended with a problem. */
    @Query("""
            select j from AgentJob j
            where j.hospital = :hospital and (j.task <> :quiet or j.code is not null)
            order by j.id desc
            """)
    List<AgentJob> findShown(OrganizationId hospital, Protocol.Task quiet, Limit limit);
}
