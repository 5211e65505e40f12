package dari.admin.cohorts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CohortRepository extends Repository<Cohort, UUID> {

    Cohort save(Cohort cohort);

    Optional<Cohort> findById(UUID id);

    List<Cohort> findByProgramCallOrderById(UUID call);

    List<Cohort> findTop200ByOrderByIdDesc();

    List<Cohort> findByStatusOrderById(CohortStatus status);
}
