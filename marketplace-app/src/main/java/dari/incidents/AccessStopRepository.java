package dari.incidents;

import dari.projects.ProjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccessStopRepository extends Repository<AccessStop, UUID> {

    AccessStop save(AccessStop stop);

    Optional<AccessStop> findByOpenProject(ProjectId project);

    List<AccessStop> findByOpenProjectIn(Collection<ProjectId> projects);

    @Query("select s.project from AccessStop s where s.openProject in :projects")
    Set<ProjectId> findStopped(Collection<ProjectId> projects);

    /** Those that nobody has explained, and whose people were not reminded since a time. */
    @Query("select s from AccessStop s where s.openProject is not null and s.reason is null and s.pressedAt < :since"
            + " and (s.remindedAt is null or s.remindedAt < :since)")
    List<AccessStop> findToRemind(Instant since);
}
