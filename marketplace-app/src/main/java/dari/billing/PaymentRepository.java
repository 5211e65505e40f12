package dari.billing;

import dari.projects.ProjectId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PaymentRepository extends Repository<Payment, UUID> {

    Payment save(Payment payment);

    Optional<Payment> findById(UUID id);

    Optional<Payment> findByCardPayment(String cardPayment);

    List<Payment> findByProjectOrderById(ProjectId project);

    List<Payment> findByRailAndStatementLineIsNull(Rail rail);

    List<Payment> findAllByOrderById();
}
