package dari.billing;

import dari.projects.ProjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PaymentRepository extends Repository<Payment, UUID> {

    Payment save(Payment payment);

    Optional<Payment> findById(UUID id);

    Optional<Payment> findByCardPayment(String cardPayment);

    List<Payment> findByProjectOrderById(ProjectId project);

    @Query("select p from Payment p where p.rail = :rail and p.statementLine is null and p.id > :last order by p.id")
    List<Payment> findUnprovenAfter(Rail rail, UUID last, Limit limit);

    List<Payment> findByProjectIn(Collection<ProjectId> projects);

    List<Payment> findByCardPaymentIn(Collection<String> cardPayments);

    List<Payment> findByRailAndCardPaymentIsNotNullAndReceivedAtAfter(Rail rail, Instant since);

    @Query("select p from Payment p where p.statementLine is not null and p.id > :last order by p.id")
    List<Payment> findShownAfter(UUID last, Limit limit);
}
