package dari.incidents;

import dari.projects.ProjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccessStopRepository extends Repository<AccessStop, UUID> {

    /**
     * Keeps a stop unless one holds already. Who presses at the same moment waits here for the other, and sees what the
     * other wrote, which what was read in the same transaction before does not show.
     *
     * @return 0 when one holds already
     */
    @Modifying
    @Query(
            value = "INSERT IGNORE INTO access_stop"
                    + " (id, version, project, open_project, organization, pressed_by, pressed_at)"
                    + " VALUES (:id, 0, :project, :project, :organization, :by, :now)",
            nativeQuery = true)
    int open(UUID id, UUID project, UUID organization, UUID by, Instant now);

    /** The stop that holds belongs to an incident from now on, also one that was pressed at this moment. */
    @Modifying
    @Query(
            value = "UPDATE access_stop SET incident = :incident, version = version + 1 WHERE open_project = :project",
            nativeQuery = true)
    void belongsTo(UUID incident, UUID project);

    Optional<AccessStop> findByOpenProject(ProjectId project);

    List<AccessStop> findByOpenProjectNotNullOrderById();

    @Query("select s.project from AccessStop s where s.openProject in :projects")
    Set<ProjectId> findStopped(Collection<ProjectId> projects);

    /** Those that nobody has explained, and whose people were not reminded since a time. */
    @Query("select s from AccessStop s where s.openProject is not null and s.reason is null and s.pressedAt < :since"
            + " and (s.remindedAt is null or s.remindedAt < :since)")
    List<AccessStop> findToRemind(Instant since);
}
