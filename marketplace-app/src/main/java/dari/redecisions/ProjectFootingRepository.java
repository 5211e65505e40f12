package dari.redecisions;

import dari.projects.ProjectId;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProjectFootingRepository extends Repository<ProjectFooting, ProjectId> {

    ProjectFooting save(ProjectFooting footing);

    Optional<ProjectFooting> findById(ProjectId id);

    /** For this transaction alone until it ends: nobody else makes the same task meanwhile. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from ProjectFooting f where f.id = :id")
    Optional<ProjectFooting> lock(ProjectId id);
}
