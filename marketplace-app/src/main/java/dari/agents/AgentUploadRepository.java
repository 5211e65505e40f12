package dari.agents;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AgentUploadRepository extends Repository<AgentUpload, UUID> {

    AgentUpload save(AgentUpload upload);

    Optional<AgentUpload> findById(UUID id);

    List<AgentUpload> findAll();

    void deleteAll(Iterable<AgentUpload> uploads);

    /** For this transaction alone: of two parts that come at once, the second finds the first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from AgentUpload u where u.id = :id")
    Optional<AgentUpload> lock(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from AgentUpload u where u.job = :job and u.path = :path")
    Optional<AgentUpload> lock(UUID job, String path);

    /** Of jobs that ended, or of which no part came any more. */
    @Query("""
            select u from AgentUpload u
            where u.job not in (select j.id from AgentJob j where j.status in :open)
               or u.job not in (select other.job from AgentUpload other where other.touchedAt >= :before)
            """)
    List<AgentUpload> findOver(Collection<JobStatus> open, Instant before);
}
