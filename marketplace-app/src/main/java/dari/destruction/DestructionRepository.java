package dari.destruction;

import dari.projects.ProjectId;
import dari.sandboxes.SandboxId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DestructionRepository extends Repository<Destruction, UUID> {

    Destruction save(Destruction destruction);

    Optional<Destruction> findById(UUID id);

    boolean existsBySandbox(SandboxId sandbox);

    Optional<Destruction> findByProject(ProjectId project);

    List<Destruction> findByStateOrderById(DestructionState state, Limit limit);

    @Query("select d.id from Destruction d where d.state <> dari.destruction.DestructionState.DONE"
            + " and (d.triedAt is null or d.triedAt < :before) order by d.id")
    List<UUID> findToTry(Instant before);
}
