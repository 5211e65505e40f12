package dari.billing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ClawbackRepository extends Repository<Clawback, UUID> {

    Clawback save(Clawback clawback);

    Optional<Clawback> findById(UUID id);

    boolean existsByApplicationAndMilestone(UUID application, String milestone);

    Page<Clawback> findByPaidAtIsNullOrderById(Pageable page);

    /** What is owed, and what was confirmed by hand and no statement has shown, of these amounts. */
    List<Clawback> findByStatementLineIsNullAndWonInOrderById(Collection<Long> won, Limit limit);

    @Query(
            "select c from Clawback c where c.statementLine is null and c.paidAt is not null and c.id > :last order by c.id")
    List<Clawback> findUnprovenAfter(UUID last, Limit limit);

    @Query("select c from Clawback c where c.statementLine is not null and c.id > :last order by c.id")
    List<Clawback> findShownAfter(UUID last, Limit limit);
}
