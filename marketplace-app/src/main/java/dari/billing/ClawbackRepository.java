package dari.billing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ClawbackRepository extends Repository<Clawback, UUID> {

    Clawback save(Clawback clawback);

    Optional<Clawback> findById(UUID id);

    boolean existsByApplicationAndMilestone(UUID application, String milestone);

    List<Clawback> findByPaidAtIsNullOrderById();

    /** What is owed, and what was confirmed by hand and no statement has shown. */
    List<Clawback> findByStatementLineIsNullOrderById();

    List<Clawback> findByStatementLineIsNotNullOrderById();
}
